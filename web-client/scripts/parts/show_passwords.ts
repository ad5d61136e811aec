/// A box in a form that shows what is typed into its fields for passwords, and hides it again: at will, and whenever the form is sent, so
/// that the browser keeps it as a password and as nothing else. Without this script the page leaves the box out.

function show_in(form: HTMLFormElement, box: HTMLInputElement): void {
    const fields = Array.from(form.querySelectorAll<HTMLInputElement>('input[type=password]'));
    const show = (is_shown: boolean): void => fields.forEach((field) => (field.type = is_shown ? 'text' : 'password'));
    box.checked = false;  // the browser may bring it back ticked
    box.addEventListener('change', () => show(box.checked));
    form.addEventListener('submit', () => {
        box.checked = false;
        show(false);
    });
}

export function show_passwords(): void {
    document.querySelectorAll<HTMLElement>('[data-is=show-password]').forEach((part) => {
        const form = part.closest('form');
        const box = part.querySelector('input');
        if (!form || !box) return;
        show_in(form, box);
        part.hidden = false;
    });
}
