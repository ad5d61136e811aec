/// The entries of one office on this telephone, in IndexedDB. No other page of the site runs a script that looks here.
import type {Entry} from './entry';
import type {Shelf} from './sender';

const k_store = 'entries';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((kept, broke) => {
        request.onsuccess = () => kept(request.result);
        request.onerror = () => broke(request.error);
    });

export interface OpenShelf extends Shelf {
    get(id: string): Promise<Entry | undefined>;
    remove(id: string): Promise<void>;
}

export async function open_shelf(office: string): Promise<OpenShelf> {
    const opening = indexedDB.open(`hearth-field-${office}`, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(k_store, {keyPath: 'id'});
    const base = await done(opening);
    const reading = (): IDBObjectStore => base.transaction(k_store, 'readonly').objectStore(k_store);
    return {
        all: () => done(reading().getAll() as IDBRequest<Entry[]>),
        get: (id) => done(reading().get(id) as IDBRequest<Entry | undefined>),
        change: (id, to) => {
            let before: Entry | undefined;
            return written(base, (store) => {
                const found = store.get(id) as IDBRequest<Entry | undefined>;
                found.onsuccess = () => {
                    before = found.result;
                    const after = to(before);
                    if (after !== undefined && after !== before) store.put(after);
                };
            }).then(() => before);
        },
        remove: (id) => written(base, (store) => store.delete(id)),
    };
}

/// Returns once the whole transaction is done, not only asked for.
function written(base: IDBDatabase, what: (store: IDBObjectStore) => void): Promise<void> {
    return new Promise((kept, broke) => {
        const transaction = base.transaction(k_store, 'readwrite');
        transaction.oncomplete = () => kept();
        transaction.onabort = () => broke(transaction.error);
        what(transaction.objectStore(k_store));
    });
}
