/// Papers on the forms of residents: what is chosen is listed at once, a photo can be blurred in places, a voice note recorded. All of it
/// travels in the form's own input for files, so that the office gets what it gets without a script.
import {mind_papers} from './papers/list';
import type {Paper} from './papers/paper';
import {part} from './parts/page';

const k_redraw_over = 1_500_000;  // bytes: more is drawn anew, for slow lines and the limit of one upload

function put(input: HTMLInputElement, papers: readonly Paper[]): void {
    const all = new DataTransfer();
    for (const {bytes, name} of papers) all.items.add(new File([bytes], name, {type: bytes.type}));
    input.files = all.files;
}

function mind(input: HTMLInputElement): void {
    const group = input.parentElement as HTMLElement;
    const list = document.createElement('ul');
    list.className = 'hearth-list';
    const there = part(group, '.hearth-list');
    there.after(list);
    part(group, 'button[value=stay]').remove();  // takes files where there is no script
    const told = part(group, '[data-is=told]');
    mind_papers({
        input,
        list,
        most: Number(told.dataset['most']) - there.children.length,
        redraw_over: k_redraw_over,
        told: (word) => (told.textContent = part<HTMLTemplateElement>(document, `#told-${word}`).content.textContent),
        changed: (all) => put(input, all),
    }, []);
}

if (typeof DataTransfer === 'function') document.querySelectorAll<HTMLInputElement>('input[type=file]').forEach(mind);
