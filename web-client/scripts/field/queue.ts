/// The list of what lies on the telephone.
import {first_words, may_correct, may_delete, type Entry} from './entry';
import {copied, part} from '../parts/page';

export interface Doing {
    remove(entry: Entry): void;
}

/// Newest first. What belongs to somebody else is not shown, only that it is there.
export function draw_queue(room: HTMLElement, entries: readonly Entry[], login: string, doing: Doing): void {
    const hers = entries.filter((entry) => entry.login === login).sort((a, b) => b.changed - a.changed);
    const list = part(room, '#queue');
    list.textContent = '';
    list.append(...hers.map((entry) => item_of(entry, doing)));
    part(room, '#empty').hidden = hers.length > 0;
    part(room, '#send').hidden = !hers.some((entry) => entry.state === 'waiting');
    part(room, '#others').hidden = !entries.some((entry) => entry.login !== login && entry.state !== 'sent');
}

function item_of(entry: Entry, doing: Doing): Node {
    const item = copied('item');
    part(item, 'li').id = `entry-${entry.id}`;
    for (const one of Array.from(item.querySelectorAll<HTMLElement>('[data-when]')))
        if (one.dataset['when'] !== entry.state && !(one.dataset['when'] === 'unsure' && entry.unsure)) one.remove();
    const write = (is: string, words: string): void => {
        const place = item.querySelector(`[data-is=${is}]`);
        if (place !== null) place.textContent = words;
    };
    write('when', moment(entry.changed));
    write('words', first_words(entry) || entry.name);
    write('way', entry.name);
    fill_faults(item, entry);
    fill_receipt(item, entry, write);
    fill_doing(item, entry, doing);
    return item;
}

const moment = (ms: number): string =>
    new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(ms));

function fill_faults(item: DocumentFragment, entry: Entry): void {
    const list = item.querySelector('[data-is=why]');
    const said = entry.faults.map((fault) => fault.words);
    if (said.length === 0) said.push(part(copied('words'), '[data-word=plain_refusal]').textContent ?? '');
    for (const words of said) {
        const line = document.createElement('li');
        line.textContent = words;
        list?.append(line);
    }
}

function fill_receipt(item: DocumentFragment, entry: Entry, write: (is: string, words: string) => void): void {
    if (entry.receipt === null) return;
    write('number', entry.receipt.number);
    write('code', entry.receipt.code);
    write('due_day', entry.receipt.due);
    if (entry.receipt.due === '') item.querySelector('[data-is=due]')?.remove();
    part<HTMLInputElement>(item, 'input[name=code]').value = entry.receipt.code;
}

function fill_doing(item: DocumentFragment, entry: Entry, doing: Doing): void {
    const correct = part<HTMLAnchorElement>(item, '[data-is=correct]');
    const remove = part(item, '[data-is=delete]');
    const clear = part(item, '[data-is=clear]');
    correct.href = `#edit=${entry.id}`;
    if (!may_correct(entry)) correct.remove();
    if (!may_delete(entry)) remove.remove();
    if (entry.state !== 'sent') clear.remove();
    for (const button of [remove, clear]) button.addEventListener('click', () => doing.remove(entry));
}
