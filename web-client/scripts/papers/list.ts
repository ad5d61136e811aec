/// The files of a form: chosen, photographed or recorded, listed, blurred in places, taken out again.
import {offer_blur} from './blur';
import type {Paper} from './paper';
import {offer_voice} from './voice';
import {copied, part} from '../parts/page';
import {as_jpeg, drawn, is_picture, jpeg_name} from '../parts/picture';

export interface Papers {
    readonly input: HTMLInputElement;
    readonly list: HTMLElement;
    readonly most: number;
    readonly redraw_over: number;  // a picture of more bytes is drawn anew, smaller
    told(word: 'unreadable' | 'too_many'): void;
    changed(all: readonly Paper[]): void;
}

/// Any file but a large picture stays as it is.
async function taken(field: string, file: File, redraw_over: number): Promise<Paper> {
    if (!is_picture(file) || file.size <= redraw_over) return {field, name: file.name, bytes: file};
    return {field, name: jpeg_name(file.name), bytes: await as_jpeg(await drawn(file))};
}

/// Minds one input for files; `begun` is what it has already. Its value is free again after each choice.
export function mind_papers(papers: Papers, begun: readonly Paper[]): void {
    const {input, list, most} = papers;
    let all = [...begun];
    const draw = (): void => {
        list.textContent = '';  // replaceChildren is younger than our telephones
        list.append(...all.map((paper) => line_of(paper, (instead) => {
            all = all.map((one) => (one === paper ? instead : one)).filter((one): one is Paper => one !== null);
            draw();
            input.focus();
            papers.changed(all);
        })));
    };
    const take = async (files: readonly File[]): Promise<void> => {
        for (const file of files) {
            if (all.length >= most) papers.told('too_many');
            else await taken(input.name, file, papers.redraw_over).then((one) => (all = [...all, one]), () => papers.told('unreadable'));
        }
        draw();
        papers.changed(all);
    };
    input.addEventListener('change', () => {
        const files = Array.from(input.files ?? []);
        input.value = '';
        void take(files);
    });
    // Who is still drawing believes that it is blurred already.
    input.form?.addEventListener('submit', (event) => {
        const open = list.querySelector<HTMLElement>('.hearth-blur');
        if (open === null) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        part(open, '[data-is=first]').hidden = false;
        part(open, '[data-do=done]').focus();
    }, true);
    offer_voice(input, (note) => void take([note]));
    draw();
}

/// `put` takes what stands in its place from now on; null: nothing.
function line_of(paper: Paper, put: (instead: Paper | null) => void): Node {
    const line = copied('paper');
    const size = Math.max(1, Math.round(paper.bytes.size / 1024));
    line.querySelectorAll<HTMLElement>('[data-is=name]').forEach((name) => (name.textContent = `${paper.name} (${size} KB)`));
    part(line, '[data-do=drop]').addEventListener('click', () => put(null));
    const blur = part<HTMLButtonElement>(line, '[data-do=blur]');
    if (!is_picture(paper.bytes)) blur.remove();
    else offer_blur(blur, paper.bytes, (bytes) => put({...paper, name: jpeg_name(paper.name), bytes}));
    return line;
}
