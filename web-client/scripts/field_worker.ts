/// Stands before the field page only (the scope that the page registers), so that it opens without a network: the page as it was when
/// it was last fetched, its script and its style sheet. Requests of the script to the office it lets pass.
import {is_answer, parts_of} from './field/parts';

declare const self: ServiceWorkerGlobalScope;

/// On a line that is there but carries nothing, the kept page is shown after this long.
const k_patience_ms = 4_000;

const page = (): string => self.registration.scope;
const name = (): string => `hearth-field ${new URL(page()).pathname}`;

/// Keeps the page with all its parts, or nothing of it: a page whose script is missing would lose what is written in it.
async function keep(response: Response): Promise<void> {
    const parts = parts_of(await response.clone().text());
    if (parts.length === 0) return;
    const cache = await caches.open(name());
    const kept = await Promise.all(parts.map(async (part) => (await cache.match(part)) ?? (await fetch(part))));
    if (!kept.every((one) => one.ok)) return;
    await Promise.all(parts.map((part, at) => cache.put(part, (kept[at] as Response).clone())));
    await cache.put(page(), response);
    const wanted = [page(), ...parts.map((part) => new URL(part, page()).href)];
    for (const old of await cache.keys()) if (!wanted.includes(old.url)) await cache.delete(old);
}

async function kept_page(): Promise<Response | undefined> {
    return (await caches.open(name())).match(page());
}

async function page_by_network(event: FetchEvent): Promise<Response> {
    const response = await fetch(event.request);
    if (is_answer(response.status)) event.waitUntil(keep(response.clone()));
    return response;
}

async function page_by_either(event: FetchEvent): Promise<Response> {
    const network = page_by_network(event);
    const late = new Promise<undefined>((gave_up) => setTimeout(gave_up, k_patience_ms));
    const first = await Promise.race([network, late]).catch(() => undefined);
    return first !== undefined && is_answer(first.status) ? first : ((await kept_page()) ?? network);
}

self.addEventListener('install', (event) => {
    event.waitUntil(fetch(page(), {credentials: 'same-origin', cache: 'no-store'}).then(keep).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
    if (event.request.mode === 'navigate') {
        if (url.origin + url.pathname === page()) event.respondWith(page_by_either(event));
        return;
    }
    if (!url.pathname.startsWith('/script/') && url.pathname !== '/hearth.css') return;
    event.respondWith(caches.open(name()).then(async (cache) => (await cache.match(event.request)) ?? fetch(event.request)));
});
