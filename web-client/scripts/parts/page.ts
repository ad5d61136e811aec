/// Short ways to what stands in a page. What a script looks for is there, or the page and the script are not of one making.

export function part<T extends Element = HTMLElement>(within: ParentNode, selector: string): T {
    const found = within.querySelector<T>(selector);
    if (found === null) throw new Error(`the page has no ${selector}`);
    return found;
}

/// A copy of what a <template> holds.
export const copy_of = (template: HTMLTemplateElement): DocumentFragment => document.importNode(template.content, true);

export const copied = (id: string): DocumentFragment => copy_of(part<HTMLTemplateElement>(document, `template#${id}`));
