/// The field page: what is written here lies on the telephone and is sent when there is a network. The address behind "#" says what is
/// on the screen, so that the telephone's own way back works: nothing, "#new=request/submit", or "#edit=<entry>".
import {begin, finished, may_correct, missing, written, type Entry} from './field/entry';
import {fill, fill_today, show_faults, texts_in} from './field/form';
import {office_at} from './field/office';
import {draw_queue} from './field/queue';
import {send_waiting, type Outcome} from './field/sender';
import {open_shelf, type OpenShelf} from './field/shelf';
import {mind_papers} from './papers/list';
import type {Paper} from './papers/paper';
import {copied, copy_of, part} from './parts/page';

const k_again_ms = 30_000;

const room = document.querySelector<HTMLElement>('#field');
if (room && 'serviceWorker' in navigator && 'indexedDB' in window) void start(room);

async function start(field: HTMLElement): Promise<void> {
    const home = field.dataset['home'] ?? '';
    const shelf = await open_shelf(field.dataset['office'] ?? '').catch(() => null);
    if (shelf === null) return;  // a private window, or no room: the page says what to do instead
    await navigator.serviceWorker.register('/script/field_worker.js', {scope: `${home}/desk/field`}).catch(() => undefined);
    part(document, '#without').hidden = true;
    field.hidden = false;
    void navigator.storage?.persist?.();  // asks the browser not to clear it when room is short
    void say_when_ready(field);
    await new FieldPage(field, home, shelf).run();
}

/// Once the page itself is kept: only then does it open where there is no network.
async function say_when_ready(field: HTMLElement): Promise<void> {
    await navigator.serviceWorker.ready;
    if (await caches.match(location.pathname)) part(field, '#ready').hidden = false;
}

/// A random name of 128 bits in hex.
function drawn_name(): string {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

class FieldPage {
    private readonly login: string;
    private readonly list: HTMLElement;
    private readonly writing: HTMLElement;
    private is_sending = false;
    private keeping: Promise<unknown> = Promise.resolve();  // the last write to the shelf; each waits for the one before
    private told = '';

    constructor(
        private readonly field: HTMLElement,
        private readonly home: string,
        private readonly shelf: OpenShelf,
    ) {
        this.login = field.dataset['login'] ?? '';
        this.list = part(field, '#list');
        this.writing = part(field, '#writing');
    }

    async run(): Promise<void> {
        addEventListener('hashchange', () => void this.show(true));
        addEventListener('online', () => void this.send());
        document.addEventListener('visibilitychange', () => void this.send());
        setInterval(() => void this.send(), k_again_ms);
        part(this.field, '#send').addEventListener('click', () => void this.send(true));
        this.mind_sign_out();
        await this.show(false);
        await this.send();
    }

    /// Says one of the sentences of the page, once; nothing for ''.
    private tell(word: string): HTMLElement {
        const told = part(this.field, '#told');
        if (word !== this.told) told.textContent = '';
        if (word !== this.told && word !== '') told.append(part(copied('words'), `[data-word=${word}]`));
        this.told = word;
        return told;
    }

    private async show(has_moved: boolean): Promise<void> {
        await this.keeping;
        const [what, value] = location.hash.slice(1).split('=');
        const entry = what === 'edit' ? await this.shelf.get(value ?? '') : undefined;
        const template = what === 'new' ? this.way(value ?? '') : entry && may_correct(entry) ? this.way(entry.way) : null;
        this.list.hidden = template !== null;
        this.writing.hidden = template === null;
        this.writing.textContent = '';
        if (template !== null) this.write(template, entry ?? this.fresh(template));
        else await this.draw();
        if (has_moved) part(template === null ? this.list : this.writing, 'h1').focus();
        scrollTo(0, 0);
    }

    private way(id: string): HTMLTemplateElement | null {
        const all = Array.from(document.querySelectorAll<HTMLTemplateElement>('template[data-way]'));
        return all.find((template) => template.dataset['way'] === id) ?? null;
    }

    private fresh(template: HTMLTemplateElement): Entry {
        return begin(drawn_name(), this.login, template.dataset['way'] ?? '', template.dataset['name'] ?? '', Date.now());
    }

    private async draw(): Promise<void> {
        draw_queue(this.list, await this.shelf.all(), this.login, {remove: (entry) => void this.remove(entry)});
    }

    /// Writing: each change is kept at once, so that a telephone that dies loses no word.
    private write(template: HTMLTemplateElement, begun: Entry): void {
        let entry = begun;
        if (entry.state === 'waiting') this.keep(entry = written(entry, entry.texts, entry.papers, Date.now()));  // not sent meanwhile
        this.writing.append(copy_of(template));
        const form = part<HTMLFormElement>(this.writing, 'form');
        if (Object.keys(entry.texts).length > 0) fill(form, entry.texts);
        fill_today(form, new Date());
        const changed = (papers: readonly Paper[]): void => {
            entry = written(entry, texts_in(form), papers, Date.now());
            this.keep(entry);
            history.replaceState(null, '', `#edit=${entry.id}`);  // loaded anew, it is this one again
        };
        form.addEventListener('input', (event) => {
            if ((event.target as HTMLInputElement).type !== 'file') changed(entry.papers);
        });
        form.querySelectorAll<HTMLInputElement>('input[type=file]').forEach((input) => {
            const mine = (paper: Paper): boolean => paper.field === input.name;
            part(input.parentElement as HTMLElement, 'button[name=go]').remove();  // takes files where there is no script
            mind_papers({
                input,
                list: part(input.parentElement as HTMLElement, '.hearth-list'),
                most: Number(this.field.dataset['papersMax']),
                redraw_over: 0,
                told: (word) => this.tell(word),
                changed: (all) => changed([...entry.papers.filter((paper) => !mine(paper)), ...all]),
            }, entry.papers.filter(mine));
        });
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            entry = written(entry, texts_in(form), entry.papers, Date.now());
            this.finish(form, entry);
        });
        show_faults(this.writing, form, entry.faults);
    }

    private finish(form: HTMLFormElement, entry: Entry): void {
        const lines = Array.from(form.querySelectorAll<HTMLElement>('.missing li'));
        const names = missing(entry.texts, lines.map((line) => line.dataset['name'] ?? ''));
        const faults = lines.filter((line) => names.includes(line.dataset['name'] ?? '')).map((line) => ({
            at: part<HTMLAnchorElement>(line, 'a').hash.slice(1) || (line.dataset['name'] ?? ''),
            words: line.textContent ?? '',
        }));
        if (faults.length > 0) return show_faults(this.writing, form, faults);
        this.keep(finished(entry, drawn_name(), Date.now()));
        this.tell('kept');
        location.hash = '';
        void this.keeping.then(() => this.send());
    }

    /// What has left meanwhile stays as it left.
    private keep(entry: Entry): void {
        const kept = this.keeping.then(() => this.shelf.change(entry.id, (now) => (now === undefined || may_correct(now) ? entry : now)));
        this.keeping = kept.catch(() => void this.tell('not_kept'));
    }

    private async remove(entry: Entry): Promise<void> {
        await this.shelf.remove(entry.id);
        await this.draw();
        this.tell('');
        part(this.tell('deleted'), 'button').addEventListener('click', () => {
            this.keep(entry);
            this.tell('');
            void this.keeping.then(() => this.draw());
        });
        part(this.field, '#queue-title').focus();
    }

    /// One at a time; `is_asked`: somebody pressed the button and is told also when nothing came of it.
    private async send(is_asked = false): Promise<void> {
        if (this.is_sending || document.visibilityState === 'hidden') return;
        this.is_sending = true;
        try {
            await this.keeping;
            const outcome = await send_waiting(this.shelf, office_at(this.home), this.login, Date.now, () => this.draw_if_seen());
            if (outcome !== 'nothing') this.tell_outcome(outcome, is_asked);
            await this.draw_if_seen();
        } finally {
            this.is_sending = false;
        }
    }

    private tell_outcome(outcome: Exclude<Outcome, 'nothing'>, is_asked: boolean): void {
        if (outcome === 'refused') this.tell('');  // the entry itself says why
        else if (outcome !== 'offline' || is_asked || this.told === '') this.tell(outcome);
    }

    private async draw_if_seen(): Promise<void> {
        if (!this.list.hidden) await this.draw();
    }

    /// Signing out is asked for twice while something waits; what waits stays. The page itself is no longer kept for who comes next.
    private mind_sign_out(): void {
        const form = document.querySelector<HTMLFormElement>('form[action$="/desk/sign-out"]');
        let is_warned = false;
        form?.addEventListener('submit', (event) => {
            event.preventDefault();
            void this.shelf.all().then(async (entries) => {
                const waits = entries.some((entry) => entry.login === this.login && entry.state !== 'sent');
                if (waits && !is_warned) {
                    is_warned = true;
                    this.tell('leaving').scrollIntoView();
                    return;
                }
                for (const name of await caches.keys()) if (name.startsWith('hearth-field ')) await caches.delete(name);
                form.submit();
            });
        });
    }
}
