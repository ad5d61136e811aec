/// A voice note, recorded on the page. What the browser records carries its own marks and is of its own kind; it is played into plain
/// samples, and only these are kept.
import {copied, part} from '../parts/page';
import {k_rate, wave_of} from './wave';

const k_longest_s = 300;

/// Where the browser can record, a button below the input; `take` gets each note.
export function offer_voice(input: HTMLInputElement, take: (note: File) => void): void {
    if (!navigator.mediaDevices || typeof MediaRecorder === 'undefined' || typeof OfflineAudioContext === 'undefined') return;
    const tool = copied('voice');
    const room = part(tool, '.hearth-voice');
    const record = part<HTMLButtonElement>(tool, '[data-do=record]');
    const stop = part<HTMLButtonElement>(tool, '[data-do=stop]');
    const show = (is_recording: boolean): void => {
        record.hidden = is_recording;
        stop.hidden = !is_recording;
        (is_recording ? stop : record).focus();
    };
    record.addEventListener('click', () => {
        part(room, '[data-is=no]').hidden = true;
        void recorded(stop, part(room, '[data-is=time]'), () => show(true))
            .then((samples) => take(new File([wave_of(samples)], room.dataset['name'] ?? 'voice.wav', {type: 'audio/wav'})))
            .catch(() => (part(room, '[data-is=no]').hidden = false))
            .then(() => show(false));
    });
    // Sent now, it would be lost: it is ended, and the person sees it in the list.
    input.form?.addEventListener('submit', (event) => {
        if (stop.hidden) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        stop.click();
    }, true);
    input.after(tool);
}

/// Until `stop` is pressed, or as long as a note may be. Refused when the person or the device does not let it.
async function recorded(stop: HTMLElement, time: HTMLElement, begun: () => void): Promise<Float32Array> {
    const line = await navigator.mediaDevices.getUserMedia({audio: true});
    const recorder = new MediaRecorder(line);
    const pieces: Blob[] = [];
    recorder.addEventListener('dataavailable', (event) => pieces.push(event.data));
    const ended = new Promise<void>((end) => recorder.addEventListener('stop', () => end(), {once: true}));
    const end = (): void => (recorder.state === 'inactive' ? undefined : recorder.stop());
    stop.addEventListener('click', end, {once: true});
    recorder.start();
    begun();
    const clock = running_clock(time, end);
    await ended;
    clearInterval(clock);
    time.textContent = '';
    line.getTracks().forEach((track) => track.stop());
    return samples_of(await new Blob(pieces).arrayBuffer());
}

function running_clock(time: HTMLElement, end: () => void): number {
    let seconds = 0;
    const say = (): void => void (time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
    say();
    return window.setInterval(() => {
        seconds += 1;
        say();
        if (seconds >= k_longest_s) end();
    }, 1000);
}

async function samples_of(bytes: ArrayBuffer): Promise<Float32Array> {
    const context = new AudioContext();
    const sound = await context.decodeAudioData(bytes).finally(() => void context.close());
    const plain = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * k_rate)), k_rate);
    const source = plain.createBufferSource();
    source.buffer = sound;
    source.connect(plain.destination);
    source.start();
    return (await plain.startRendering()).getChannelData(0);
}
