/// The button that prints a receipt. A telephone hides printing among its ways to share; without scripts there is no button, and the
/// page says how.
const button = document.querySelector<HTMLButtonElement>('#print');
if (button) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
}
