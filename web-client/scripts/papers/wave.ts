/// A voice as RIFF WAVE, PCM of 16 bits, one channel: the one kind of sound that the office takes, with nothing in it but the voice.

export const k_rate = 8_000;  // Hz: what a telephone line carries

function write(view: DataView, at: number, text: string): void {
    for (let i = 0; i < text.length; ++i) view.setUint8(at + i, text.charCodeAt(i));
}

/// `samples` lie between -1 and 1; what is louder is cut.
export function wave_of(samples: Float32Array): ArrayBuffer {
    const k_head = 44;
    const bytes = samples.length * 2;
    const view = new DataView(new ArrayBuffer(k_head + bytes));
    write(view, 0, 'RIFF');
    view.setUint32(4, k_head - 8 + bytes, true);
    write(view, 8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);  // PCM
    view.setUint16(22, 1, true);
    view.setUint32(24, k_rate, true);
    view.setUint32(28, k_rate * 2, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    write(view, 36, 'data');
    view.setUint32(40, bytes, true);
    samples.forEach((sample, at) => view.setInt16(k_head + at * 2, Math.round(Math.min(Math.max(sample, -1), 1) * 32_767), true));
    return view.buffer as ArrayBuffer;
}
