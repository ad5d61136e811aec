/// Faces, plates and papers in a photo, made unknowable before it leaves the telephone: by a finger or mouse that draws over them, or by
/// the keys (arrows move a frame, with Shift they change its size, Enter blurs what is in it).
import {copied, part} from '../parts/page';
import {as_jpeg, drawn} from '../parts/picture';

export interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/// Of a blurred part so many colours are left along its longer side: too few for a face or a number, whatever is tried on them.
const k_cells = 5;
const k_step = 1 / 40;  // of the picture, for each key
const k_smallest = 8;   // px: less is a tap, not a part

/// The part of a picture between two points.
export function box_between(ax: number, ay: number, bx: number, by: number): Box {
    return {x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by)};
}

/// `box` moved, or with `grows` made larger, by so many pixels, and still within the picture.
export function moved(box: Box, dx: number, dy: number, grows: boolean, width: number, height: number): Box {
    const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
    const wide = within(box.width + (grows ? dx : 0), k_smallest, width);
    const high = within(box.height + (grows ? dy : 0), k_smallest, height);
    return {
        x: within(box.x + (grows ? 0 : dx), 0, width - wide),
        y: within(box.y + (grows ? 0 : dy), 0, height - high),
        width: wide,
        height: high,
    };
}

/// How many cells are left of a box along each side.
export function cells_of(box: Box): {width: number; height: number} {
    const longer = Math.max(box.width, box.height);
    return {width: Math.max(1, Math.round((k_cells * box.width) / longer)), height: Math.max(1, Math.round((k_cells * box.height) / longer))};
}

const pen_of = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => canvas.getContext('2d') as CanvasRenderingContext2D;

function blur(canvas: HTMLCanvasElement, box: Box): void {
    const cells = document.createElement('canvas');
    const {width, height} = cells_of(box);
    cells.width = width;
    cells.height = height;
    pen_of(cells).drawImage(canvas, box.x, box.y, box.width, box.height, 0, 0, width, height);
    pen_of(canvas).drawImage(cells, 0, 0, width, height, box.x, box.y, box.width, box.height);
}

/// Opens the tool below `button`; `put` gets the picture once it is done.
export function offer_blur(button: HTMLButtonElement, bytes: Blob, put: (bytes: Blob) => void): void {
    button.addEventListener('click', () => {
        void drawn(bytes).then((picture) => new Tool(button, picture, put)).catch(() => button.remove());
    });
}

class Tool {
    private readonly tool: HTMLElement;
    private readonly canvas: HTMLCanvasElement;
    private boxes: Box[] = [];
    private frame: Box;
    private from: {x: number; y: number} | null = null;
    private is_framed = false;

    constructor(private readonly button: HTMLButtonElement, private readonly picture: HTMLCanvasElement, put: (bytes: Blob) => void) {
        const {width, height} = picture;
        this.frame = {x: width * 0.4, y: height * 0.4, width: width * 0.2, height: height * 0.2};
        const tool = copied('blur');
        this.tool = part(tool, '.hearth-blur');
        this.canvas = part<HTMLCanvasElement>(tool, 'canvas');
        Object.assign(this.canvas, {width, height});
        button.hidden = true;
        button.after(tool);
        this.mind_pointer();
        this.canvas.addEventListener('keydown', (event) => this.key(event));
        this.canvas.addEventListener('focus', () => this.draw());
        this.on('undo', () => void this.boxes.pop());
        this.on('leave', () => this.close());
        this.on('done', () => void as_jpeg(this.finished()).then(put));
        this.draw();
        this.canvas.focus();
    }

    private on(what: string, then: () => void): void {
        part(this.tool, `[data-do=${what}]`).addEventListener('click', () => {
            then();
            this.draw();
        });
    }

    private mind_pointer(): void {
        const {canvas} = this;
        canvas.addEventListener('pointerdown', (event) => {
            canvas.setPointerCapture(event.pointerId);
            this.from = this.point(event);
        });
        canvas.addEventListener('pointermove', (event) => {
            if (this.from === null) return;
            const {x, y} = this.point(event);
            this.frame = box_between(this.from.x, this.from.y, x, y);
            this.is_framed = true;
            this.draw();
        });
        canvas.addEventListener('pointerup', () => {
            if (this.from !== null && this.is_framed) this.take();
            this.from = null;
        });
        canvas.addEventListener('pointercancel', () => (this.from = null));
    }

    private point(event: PointerEvent): {x: number; y: number} {
        const seen = this.canvas.getBoundingClientRect();
        const scale = this.canvas.width / seen.width;
        const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
        return {
            x: within((event.clientX - seen.left) * scale, this.canvas.width),
            y: within((event.clientY - seen.top) * scale, this.canvas.height),
        };
    }

    private key(event: KeyboardEvent): void {
        const {width, height} = this.canvas;
        const ways: Record<string, readonly [number, number]> = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
        const way = ways[event.key];
        if (way === undefined && event.key !== 'Enter') return;
        event.preventDefault();
        if (way !== undefined) this.frame = moved(this.frame, way[0] * width * k_step, way[1] * height * k_step, event.shiftKey, width, height);
        this.is_framed = true;
        if (event.key === 'Enter') this.take();
        else this.draw();
    }

    private take(): void {
        if (this.frame.width >= k_smallest && this.frame.height >= k_smallest) this.boxes.push(this.frame);
        this.is_framed = false;
        this.draw();
    }

    private finished(): HTMLCanvasElement {
        this.is_framed = false;
        this.draw();
        return this.canvas;
    }

    private draw(): void {
        const pen = pen_of(this.canvas);
        pen.drawImage(this.picture, 0, 0);
        for (const box of this.boxes) blur(this.canvas, box);
        part<HTMLButtonElement>(this.tool, '[data-do=undo]').hidden = this.boxes.length === 0;
        const said = part(this.tool, '[data-is=count]');
        said.textContent = String(this.boxes.length);
        if (!this.is_framed) return;
        const {x, y, width, height} = this.frame;
        for (const [colour, line] of [['#fff', 6], ['#000', 2]] as const) {
            pen.strokeStyle = colour;
            pen.lineWidth = line * (this.canvas.width / 800 + 0.5);
            pen.strokeRect(x, y, width, height);
        }
    }

    private close(): void {
        this.tool.remove();
        this.button.hidden = false;
        this.button.focus();
    }
}
