/// Sends what waits, one after the other, each until it is answered. Knows neither page nor network: both are handed in.
import {answered, leaving, to_send, type Answer, type Entry} from './entry';

/// Where entries are kept. Each call returns once it is durable on the telephone.
export interface Shelf {
    all(): Promise<Entry[]>;
    /// Puts what `to` makes of the entry as it is now in its place, with nothing in between; gives what was there before.
    change(id: string, to: (now: Entry | undefined) => Entry | undefined): Promise<Entry | undefined>;
}

export interface Session {
    readonly login: string;
    readonly token: string;
}

/// The office as the network shows it.
export interface Office {
    session(): Promise<Session | 'signed_out' | 'offline'>;
    send(entry: Entry, token: string): Promise<Answer>;
}

export type Outcome = 'nothing' | 'sent' | 'refused' | 'offline' | 'signed_out' | 'other_login';

/// Goes on after what was refused; stops where no answer comes or nobody is signed in. `changed` is called after each.
export async function send_waiting(shelf: Shelf, office: Office, login: string, now: () => number, changed: () => Promise<void>): Promise<Outcome> {
    const waiting = to_send(await shelf.all(), login);
    if (waiting.length === 0) return 'nothing';
    const session = await office.session();
    if (typeof session === 'string') return session;
    if (session.login !== login) return 'other_login';
    let outcome: Outcome = 'sent';
    for (const {id} of waiting) {
        const entry = await shelf.change(id, (one) => (one?.state === 'waiting' ? leaving(one) : one));
        if (entry?.state !== 'waiting') continue;  // taken back for correction meanwhile
        const answer = await office.send(entry, session.token);
        await shelf.change(id, () => answered(entry, answer, now()));
        await changed();
        if (answer.kind === 'signed_out') return 'signed_out';
        if (answer.kind === 'none') return 'offline';
        if (answer.kind === 'refused') outcome = 'refused';
    }
    return outcome;
}
