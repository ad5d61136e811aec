/// The files of an entry: chosen or photographed, made small, listed, taken out again.
import type {Paper} from './entry';
import {copied, part} from '../parts/page';
import {as_jpeg, drawn, is_picture, jpeg_name} from '../parts/picture';

/// A photograph is drawn anew; any other file stays as it is.
async function taken(field: string, file: File): Promise<Paper> {
    if (!is_picture(file)) return {field, name: file.name, bytes: file};
    return {field, name: jpeg_name(file.name), bytes: await as_jpeg(await drawn(file))};
}

export interface Told {
    unreadable(): void;
    too_many(): void;
}

/// Minds the input for files of a form. `papers` are those of the entry; `changed` is called with what there is after each change.
export function mind_papers(form: HTMLFormElement, papers: readonly Paper[], most: number, told: Told, changed: (papers: Paper[]) => void): void {
    let all = [...papers];
    for (const input of Array.from(form.querySelectorAll<HTMLInputElement>('input[type=file]'))) {
        const group = part(input.parentElement as HTMLElement, '.hearth-list');
        input.parentElement?.querySelector('button[name=go]')?.remove();  // takes files where there is no script
        const draw = (): void => {
            group.textContent = '';  // replaceChildren is younger than our telephones
            group.append(...all.filter((paper) => paper.field === input.name).map((paper) => line_of(paper, () => {
                all = all.filter((other) => other !== paper);
                draw();
                input.focus();
                changed(all);
            })));
        };
        input.addEventListener('change', () => {
            const files = Array.from(input.files ?? []);
            input.value = '';
            void take(input.name, files).then(draw).then(() => changed(all));
        });
        draw();
    }

    async function take(field: string, files: readonly File[]): Promise<void> {
        for (const file of files) {
            if (all.length >= most) return told.too_many();
            try {
                all = [...all, await taken(field, file)];
            } catch {
                told.unreadable();
            }
        }
    }
}

function line_of(paper: Paper, drop: () => void): Node {
    const line = copied('paper');
    const names = line.querySelectorAll<HTMLElement>('[data-is=name]');
    names.forEach((name) => (name.textContent = `${paper.name} (${Math.max(1, Math.round(paper.bytes.size / 1024))} KB)`));
    part(line, 'button').addEventListener('click', drop);
    return line;
}
