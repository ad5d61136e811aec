/// One entry on the telephone, on its way from a draft to the record. Pure: no clock, no network, no storage.
///
/// Promise: an entry has one key for its whole life, which the office records with the first content that it takes under it. While it is
/// not known whether something arrived (`unsure`) nothing is changed: what is sent again is the same matter with the same receipt code.
import type {Paper} from '../papers/paper';

export type State = 'draft' | 'waiting' | 'sent' | 'refused';

export interface Fault {
    readonly at: string;  // id of what must be gone to; empty: none
    readonly words: string;
}

export interface Receipt {
    readonly number: string;
    readonly code: string;
    readonly due: string;  // in words; empty: no term runs
}

export interface Entry {
    readonly id: string;     // on this telephone
    readonly login: string;  // of who wrote it
    readonly way: string;    // "request/submit"
    readonly name: string;   // of the way, in the language in which it was written
    readonly state: State;
    readonly key: string;  // drawn when it was first finished; empty before
    readonly texts: Readonly<Record<string, string>>;
    readonly papers: readonly Paper[];
    readonly changed: number;  // ms since 1970 by the telephone's clock
    readonly unsure: boolean;
    readonly faults: readonly Fault[];  // why it was refused
    readonly receipt: Receipt | null;
    readonly words: string;  // the first ones of what was sent, to know whom to give the code; empty before
}

/// What came of sending.
export type Answer =
    | {readonly kind: 'recorded'; readonly receipt: Receipt}
    | {readonly kind: 'refused'; readonly faults: readonly Fault[]}
    | {readonly kind: 'signed_out'}  // not looked at
    | {readonly kind: 'none'};       // nobody knows whether it arrived

export function begin(id: string, login: string, way: string, name: string, now: number): Entry {
    return {id, login, way, name, state: 'draft', key: '', texts: {}, papers: [], changed: now, unsure: false, faults: [], receipt: null, words: ''};
}

export const may_correct = (entry: Entry): boolean => entry.state !== 'sent' && !entry.unsure;
export const may_delete = may_correct;

/// Corrected, it is a draft again. Under its key nothing is on the record: what is refused leaves no trace there.
export function written(entry: Entry, texts: Readonly<Record<string, string>>, papers: readonly Paper[], now: number): Entry {
    if (!may_correct(entry)) return entry;
    return {...entry, state: 'draft', texts, papers, changed: now};
}

export function finished(entry: Entry, key: string, now: number): Entry {
    if (entry.state !== 'draft') return entry;
    return {...entry, state: 'waiting', key: entry.key || key, changed: now, faults: []};
}

/// To be kept before the first byte leaves: should the page be closed meanwhile, it is not known whether it arrived.
export const leaving = (entry: Entry): Entry => ({...entry, unsure: true});

/// `before` is the entry as it was before this attempt.
export function answered(before: Entry, answer: Answer, now: number): Entry {
    switch (answer.kind) {
        case 'recorded':
            return {...before, state: 'sent', unsure: false, words: first_words(before), texts: {}, papers: [], faults: [], receipt: answer.receipt, changed: now};
        case 'refused':
            // An address that is gone, or a proxy: no word of the rules about what was sent before.
            if (before.unsure && answer.faults.length === 0) return leaving(before);
            return {...before, state: 'refused', unsure: false, faults: answer.faults, changed: now};
        case 'signed_out':
            return before;
        case 'none':
            return leaving(before);
    }
}

/// What this login has to send, in the order in which it was written down.
export function to_send(entries: readonly Entry[], login: string): Entry[] {
    return entries.filter((entry) => entry.state === 'waiting' && entry.login === login).sort((a, b) => a.changed - b.changed);
}

const k_words_max = 80;

/// The first words of an entry, to know it by.
export function first_words(entry: Entry): string {
    if (entry.state === 'sent') return entry.words;
    for (const [name, text] of Object.entries(entry.texts)) {
        if (name.startsWith('f.') && text.trim().length > 3) return (text.trim().split('\n')[0] ?? '').slice(0, k_words_max);
    }
    return '';
}

/// The names among `needed` that nothing was written for; of a date one part suffices.
export function missing(texts: Readonly<Record<string, string>>, needed: readonly string[]): string[] {
    const is_there = (name: string): boolean =>
        Object.entries(texts).some(([one, text]) => (one === name || one.startsWith(`${name}.`)) && text.trim() !== '');
    return needed.filter((name) => !is_there(name));
}
