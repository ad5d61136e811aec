/// Passkeys: hands to the browser what the page offers and sends with the page's form what the device said. The server judges it all.
import {show_passwords} from './parts/show_passwords';

const k_page_life_ms = 5 * 60_000;  // as long as the challenge on the page is good for
const k_least_ms = 20_000;          // to find the device and press it
const k_algorithms = [-7, -8, -257];  // ES256, EdDSA, RS256 (COSE)

function bytes_of(text: string): Uint8Array<ArrayBuffer> {
    const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text_of(bytes: ArrayBuffer): string {
    const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/// A value that the page wrote into its form for this script.
function said(form: HTMLFormElement, name: string): string {
    return form.dataset[name] ?? '';
}

function fill(form: HTMLFormElement, values: Record<string, ArrayBuffer>): void {
    for (const [name, bytes] of Object.entries(values)) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement) field.value = text_of(bytes);
    }
}

async function make(form: HTMLFormElement, timeout: number): Promise<void> {
    const login = said(form, 'login');
    const others = said(form, 'others').split(' ').filter((id) => id !== '');
    const made = await navigator.credentials.create({
        publicKey: {
            rp: {id: said(form, 'rp'), name: said(form, 'office')},
            user: {id: bytes_of(said(form, 'holder')), name: login, displayName: login},
            challenge: bytes_of(said(form, 'challenge')),
            pubKeyCredParams: k_algorithms.map((alg) => ({type: 'public-key', alg})),
            authenticatorSelection: {residentKey: 'required', requireResidentKey: true, userVerification: 'required'},
            excludeCredentials: others.map((id) => ({type: 'public-key', id: bytes_of(id)})),
            attestation: 'none',
            timeout,
        },
    });
    const {response} = made as PublicKeyCredential;
    const {clientDataJSON, attestationObject} = response as AuthenticatorAttestationResponse;
    fill(form, {client_data: clientDataJSON, attestation: attestationObject});
}

async function use(form: HTMLFormElement, timeout: number): Promise<void> {
    const used = await navigator.credentials.get({
        publicKey: {
            rpId: said(form, 'rp'),
            challenge: bytes_of(said(form, 'challenge')),
            userVerification: 'required',
            timeout,
        },
    });
    const {rawId, response} = used as PublicKeyCredential;
    const {clientDataJSON, authenticatorData, signature, userHandle} = response as AuthenticatorAssertionResponse;
    fill(form, {
        credential: rawId,
        client_data: clientDataJSON,
        authenticator_data: authenticatorData,
        signature,
        holder: userHandle ?? new ArrayBuffer(0),
    });
}

/// A page that stood for too long is sent as it is: the server answers with a new one, and nothing that was typed is lost.
async function go_on(form: HTMLFormElement): Promise<void> {
    const left = k_page_life_ms - performance.now();
    const stopped = form.querySelector<HTMLElement>('[data-passkey-stopped]');
    if (stopped) stopped.hidden = true;
    try {
        if (left > k_least_ms) await (said(form, 'passkey') === 'make' ? make : use)(form, left);
        form.submit();
    } catch {
        if (stopped) stopped.hidden = false;
    }
}

const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
if (form && window.PublicKeyCredential) {
    form.hidden = false;
    document.querySelector<HTMLElement>('[data-passkey-without]')?.setAttribute('hidden', '');
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        void go_on(form);
    });
}
show_passwords();
