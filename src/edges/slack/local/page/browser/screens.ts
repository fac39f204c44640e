import { at, say } from './parts.ts';
import { act, get } from './server.ts';

const form = at('#form', HTMLDialogElement);
const home = at('#home', HTMLDialogElement);

/** Shows the form that is open, or none, and what the bot's page now says. */
export async function showScreens(): Promise<void> {
  form.innerHTML = await get('/form');
  if (form.innerHTML === '') form.close();
  else if (!form.open) {
    say('');
    form.showModal();
  }
  if (home.open) home.innerHTML = await get('/home');
}

export function listenToScreens(): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('click', ({ target }) => {
    const isCancel = target instanceof HTMLButtonElement && target.dataset['cancel'] !== undefined;
    if (isCancel) void act({ kind: 'cancel' });
  });
  form.addEventListener('cancel', () => void act({ kind: 'cancel' }));
  at('#open-home', HTMLButtonElement).addEventListener('click', () => void openHome());
}

/** Where the form stays open, its field says why. */
async function submit(): Promise<void> {
  const field = form.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
  const said = await act({ kind: 'submit', question: field?.value ?? '' });
  const wrong = form.querySelector('.error') ?? form.querySelector('.wrong');
  if (wrong === null || said === undefined) return;
  wrong.textContent = said;
  field?.setAttribute('aria-invalid', 'true');
  field?.focus();
}

async function openHome(): Promise<void> {
  say((await act({ kind: 'home' })) ?? '');
  home.innerHTML = await get('/home');
  home.showModal();
}
