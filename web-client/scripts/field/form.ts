/// A form on the page and the texts in it.
import type {Fault} from './entry';
import {copied, part} from '../parts/page';

type Control = HTMLInputElement | HTMLTextAreaElement;

const controls_of = (form: HTMLFormElement): Control[] => Array.from(form.querySelectorAll<Control>('input[name], textarea[name]'));
const is_ticked_kind = (control: Control): control is HTMLInputElement => control.type === 'radio' || control.type === 'checkbox';

/// What was typed and ticked, by name; files are not among it.
export function texts_in(form: HTMLFormElement): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const control of controls_of(form)) {
        if (control.type === 'file' || (is_ticked_kind(control) && !control.checked)) continue;
        if (control.value !== '') texts[control.name] = control.value;
    }
    return texts;
}

export function fill(form: HTMLFormElement, texts: Readonly<Record<string, string>>): void {
    for (const control of controls_of(form)) {
        if (control.type === 'file') continue;
        if (is_ticked_kind(control)) control.checked = texts[control.name] === control.value;
        else control.value = texts[control.name] ?? '';
    }
}

/// The day by the telephone's clock, into the fields "said.*" that are empty.
export function fill_today(form: HTMLFormElement, today: Date): void {
    const parts = {year: today.getFullYear(), month: today.getMonth() + 1, day: today.getDate()};
    for (const [name, value] of Object.entries(parts)) {
        const input = form.querySelector<HTMLInputElement>(`input[name="said.${name}"]`);
        if (input !== null && input.value === '') input.value = String(value);
    }
}

/// Where a fault leads: to its field, or for a choice to the first of its buttons.
function place_of(form: HTMLFormElement, fault: Fault): Element | null {
    if (fault.at === '') return null;
    return form.ownerDocument.getElementById(fault.at) ?? form.querySelector(`[name="${fault.at}"]`);
}

/// The error summary above the form, and the focus on it. Lines lead to their fields without changing the address of the page.
export function show_faults(above: HTMLElement, form: HTMLFormElement, faults: readonly Fault[]): void {
    above.querySelector('.govuk-error-summary')?.remove();
    if (faults.length === 0) return;
    const summary = copied('faults');
    const list = part(summary, 'ul');
    for (const fault of faults) list.append(line_of(form, fault));
    above.prepend(summary);
    part(above, '.govuk-error-summary').focus();
}

function line_of(form: HTMLFormElement, fault: Fault): HTMLLIElement {
    const line = document.createElement('li');
    const place = place_of(form, fault);
    if (place === null) {
        line.textContent = fault.words;
        return line;
    }
    const link = document.createElement('a');
    link.href = `#${place.id}`;
    link.textContent = fault.words;
    link.addEventListener('click', (event) => {
        event.preventDefault();
        (place as HTMLElement).focus();
    });
    line.append(link);
    return line;
}
