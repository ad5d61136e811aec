/// Pictures of a telephone, made smaller in the browser: a slow line carries them, and nothing is left of place, time and device, since
/// only what is drawn is written anew.

const k_side_max = 2048;  // px: a letter photographed whole stays readable
const k_quality = 0.85;

/// The size that fits into a square of `most`, never larger than it was.
export function fitted(width: number, height: number, most: number): {width: number; height: number} {
    const scale = Math.min(1, most / Math.max(width, height));
    return {width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale))};
}

export const is_picture = (file: Blob): boolean => file.type.startsWith('image/');

/// "IMG_1.HEIC" -> "IMG_1.jpg".
export const jpeg_name = (name: string): string => `${name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`;

/// Upright as it was taken. Refused when the browser cannot draw it.
export async function drawn(file: Blob): Promise<HTMLCanvasElement> {
    const image = new Image();
    image.src = await data_address(file);  // pages let in pictures of data only
    await image.decode();
    const size = fitted(image.naturalWidth, image.naturalHeight, k_side_max);
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = '#fff';  // under what was transparent
    pen.fillRect(0, 0, size.width, size.height);
    pen.drawImage(image, 0, 0, size.width, size.height);
    return canvas;
}

export function as_jpeg(canvas: HTMLCanvasElement): Promise<Blob> {
    return new Promise((made, broke) =>
        canvas.toBlob((blob) => (blob ? made(blob) : broke(new Error('no picture'))), 'image/jpeg', k_quality));
}

function data_address(file: Blob): Promise<string> {
    return new Promise((read, broke) => {
        const reader = new FileReader();
        reader.onload = () => read(reader.result as string);
        reader.onerror = () => broke(reader.error);
        reader.readAsDataURL(file);
    });
}
