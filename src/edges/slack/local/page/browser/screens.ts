import { filledIn, listenToFields, showWrong } from './fields.ts';
import { at, say, sayUnderWay } from './parts.ts';
import { act, get } from './server.ts';

const form = at('#form', HTMLDialogElement);
const home = at('#home', HTMLDialogElement);

/** The form as it was made last. What is filled in stays where a part of it was made no other way. */
let made = document.createElement('template');
let shownHome = '';

/** Shows the form that is open, or none, and what the bot's page now says. */
export async function showScreens(): Promise<void> {
  const template = document.createElement('template');
  template.innerHTML = await get('/form');
  showForm(template);
  if (home.open) await showHome();
}

/** Only where it says something else, so that nothing is made anew under a finger. */
async function showHome(): Promise<void> {
  const html = await get('/home');
  if (html !== shownHome) home.innerHTML = html;
  shownHome = html;
}

function showForm(template: HTMLTemplateElement): void {
  const [before, now] = [viewOf(made), viewOf(template)];
  const parts = (within: ParentNode): readonly Element[] => [
    ...within.querySelectorAll('.blocks > *'),
  ];
  const [old, shown] = [parts(made.content), parts(form)];
  if (now === undefined) form.close();
  else if (now !== before || !form.open) {
    form.replaceChildren(template.content.cloneNode(true));
    listenToFields(form, (block) => {
      void act({ kind: 'edit', block, filled: filledIn(form) });
    });
    if (!form.open) form.showModal();
    // Else it stands where the form before was scrolled to.
    form.scrollTop = 0;
    say('');
  } else
    for (const [index, part] of parts(template.content).entries())
      if (!part.isEqualNode(old[index] ?? null)) shown[index]?.replaceWith(part.cloneNode(true));
  made = template;
}

const viewOf = ({ content }: HTMLTemplateElement): string | undefined =>
  content.querySelector('form')?.dataset['view'];

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
  home.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const { action, block } = target.dataset;
    if (action !== undefined) void pressHome({ kind: 'pressHome', action, block });
  });
  at('#open-home', HTMLButtonElement).addEventListener('click', () => void openHome());
}

async function submit(): Promise<void> {
  const { said, wrong = {} } = await act({ kind: 'submit', filled: filledIn(form) });
  showWrong(form, wrong);
  const whole = form.querySelector('.wrong');
  if (whole !== null) whole.textContent = said ?? '';
}

/** What comes of it is a form, or in a direct message. */
async function pressHome(deed: Readonly<Record<string, unknown>>): Promise<void> {
  home.close();
  sayUnderWay();
  const { said } = await act(deed);
  if (said !== undefined) say(said);
}

async function openHome(): Promise<void> {
  say((await act({ kind: 'home' })).said ?? '');
  await showHome();
  home.showModal();
}
