/// The office over the network: `GET /desk/field/session` and `POST /desk/field/<procedure>/<act>`.
import type {Answer, Entry, Fault} from './entry';
import type {Office, Session} from './sender';

const k_patience_ms = 60_000;

export function form_of(entry: Entry, token: string): FormData {
    const form = new FormData();
    form.append('token', token);
    form.append('key', entry.key);
    form.append('go', 'send');
    for (const [name, text] of Object.entries(entry.texts)) form.append(name, text);
    for (const paper of entry.papers) form.append(paper.field, paper.bytes, paper.name);
    return form;
}

/// What an answer means. One that is no lawful yes or no (a proxy's page, a server that is busy or broke) says nothing about whether
/// the entry arrived.
export function answer_in(status: number, json: unknown): Answer {
    const said = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
    const text = (name: string): string => (typeof said[name] === 'string' ? (said[name] as string) : '');
    if (status === 201 && text('code') !== '')
        return {kind: 'recorded', receipt: {number: text('number'), code: text('code'), due: text('due')}};
    if (status === 403 && text('why') === 'signed_out') return {kind: 'signed_out'};
    if (status === 422 || status === 404 || status === 413) return {kind: 'refused', faults: faults_in(said, text('message'))};
    return {kind: 'none'};
}

function faults_in(said: Record<string, unknown>, message: string): Fault[] {
    const faults: Fault[] = message === '' ? [] : [{at: '', words: message}];
    for (const field of Array.isArray(said['fields']) ? (said['fields'] as unknown[]) : []) {
        const {at, words} = field as {at?: unknown; words?: unknown};
        if (typeof at === 'string' && typeof words === 'string') faults.push({at, words});
    }
    return faults;
}

/// `base` is where the pages of the office begin, "/en/o/village".
export function office_at(base: string): Office {
    return {
        async session(): Promise<Session | 'signed_out' | 'offline'> {
            const {status, json} = await ask(`${base}/desk/field/session`, {});
            const said = json as Partial<Session> | null;
            if (status === 403) return 'signed_out';
            return status === 200 && said?.login && said.token ? {login: said.login, token: said.token} : 'offline';
        },
        async send(entry: Entry, token: string): Promise<Answer> {
            const {status, json} = await ask(`${base}/desk/field/${entry.way}`, {method: 'POST', body: form_of(entry, token)});
            return answer_in(status, json);
        },
    };
}

/// Status 0: no answer came, or none in time.
async function ask(address: string, what: RequestInit): Promise<{status: number; json: unknown}> {
    const giving_up = new AbortController();
    const timer = setTimeout(() => giving_up.abort(), k_patience_ms);
    try {
        const response = await fetch(address, {...what, cache: 'no-store', redirect: 'error', signal: giving_up.signal});
        const json: unknown = await response.json().catch(() => null);
        return {status: response.status, json};
    } catch {
        return {status: 0, json: null};
    } finally {
        clearTimeout(timer);
    }
}
