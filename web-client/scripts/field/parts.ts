/// The page of the field and what it is drawn with: its address, its style sheet and its script. These the service worker keeps, and
/// nothing else.

/// Empty when the text is another page, such as the one for signing in.
export function parts_of(html: string): string[] {
    const script = /<script src="(\/script\/field\.js\?[^"]*)"/.exec(html)?.[1];
    const style = /<link rel="stylesheet" href="(\/hearth\.css\?[^"]*)"/.exec(html)?.[1];
    return script === undefined || style === undefined ? [] : [script, style];
}

/// A server that is busy, broken or hidden behind a proxy says nothing about the page.
export const is_answer = (status: number): boolean => status < 500;
