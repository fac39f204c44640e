import { replyTo } from './command.ts';
import { say, sayUnderWay } from './parts.ts';
import { act } from './server.ts';

/** Has each button of a message do what it says. */
export function listenToMessages(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const item = target.closest<HTMLElement>('li.message');
    if (item === null) return;
    const place = { channel: item.dataset['channel'], ts: item.dataset['ts'] };
    const { action, block, explain, reply } = target.dataset;
    if (reply !== undefined) replyTo({ ts: item.dataset['ts'] ?? '', title: headlineOf(item) });
    else if (explain !== undefined) void tell({ kind: 'explain', ...place });
    else if (action !== undefined) void tell({ kind: 'press', ...place, action, block });
  });
}

async function tell(deed: Readonly<Record<string, unknown>>): Promise<void> {
  sayUnderWay();
  const { said } = await act(deed);
  if (said !== undefined) say(said);
}

/** Shows the messages as they now are. Only what has changed is made anew, so that what is read is not moved from under its reader. */
export function showMessages(list: HTMLOListElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const focus = placeOfFocus();
  const items = [...template.content.children];
  const changed = items.filter((item, index) => !list.children[index]?.isEqualNode(item));
  const come = changed.filter((item) => isNew(item, list.children[items.indexOf(item)]));
  for (const item of changed) {
    const old = list.children[items.indexOf(item)];
    if (old === undefined) list.append(item);
    else old.replaceWith(item);
  }
  while (list.children.length > items.length) list.lastElementChild?.remove();
  if (focus !== undefined)
    document.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  const newest = come.at(-1);
  if (newest === undefined) return;
  const shown = newest.querySelector('.thread > li:last-child') ?? newest;
  say(`${shown.querySelector('.author b')?.textContent ?? ''}: ${headlineOf(shown)}`);
  shown.scrollIntoView({ block: 'nearest' });
}

/** Whether a message, or one in its thread, was not there before: one that only got a button is read already. */
function isNew(item: Element, old: Element | undefined): boolean {
  const [before, now] = [old, item].map((message) => ({
    ts: message?.getAttribute('data-ts'),
    replies: message?.querySelectorAll('.thread > li').length,
  }));
  return before?.ts !== now?.ts || before?.replies !== now?.replies;
}

/** The first words of a message that say something. */
function headlineOf(message: Element): string {
  const places = ['.blocks strong', '.blocks p', ':scope > p:not([class])'];
  const found = places.map((place) => message.querySelector(place));
  return found.find((part) => part !== null)?.textContent ?? '';
}

/** Where the focus is, in words that hold once the message that has it is made anew. */
function placeOfFocus(): string | undefined {
  const held = document.activeElement;
  const item = held?.closest<HTMLElement>('li.message');
  if (!(held instanceof HTMLElement) || !item) return undefined;
  const { action, explain, reply } = held.dataset;
  if ([action, explain, reply].every((one) => one === undefined)) return undefined;
  const menu = explain === undefined ? '[data-reply]' : '[data-explain]';
  const name = action === undefined ? menu : `[data-action="${CSS.escape(action)}"]`;
  return `li.message[data-ts="${CSS.escape(item.dataset['ts'] ?? '')}"] ${name}`;
}
