// Runs in the browser, which gets this file without its types.

const { copied = '', notCopied = '' } = document.body.dataset;
const status = document.querySelector('#status');

const shownMs = 5000;
let shownUntil: ReturnType<typeof setTimeout> | undefined;

/** Copies a text, or marks it where the browser does not let it be copied, and says so. */
async function copy(text: HTMLElement): Promise<void> {
  let said = copied;
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
  } catch {
    getSelection()?.selectAllChildren(text);
    said = notCopied;
  }
  if (status === null) return;
  status.textContent = said;
  clearTimeout(shownUntil);
  shownUntil = setTimeout(() => (status.textContent = ''), shownMs);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const text = document.getElementById(button.dataset['copy'] ?? '');
  if (text === null) continue;
  button.hidden = false;
  button.addEventListener('click', () => void copy(text));
}
