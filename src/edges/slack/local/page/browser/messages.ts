import { say } from './parts.ts';
import { act } from './server.ts';

/** Has each button of a message do what it says. */
export function listenToMessages(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const item = target.closest<HTMLElement>('li.message');
    if (item === null) return;
    const place = { channel: item.dataset['channel'], ts: item.dataset['ts'] };
    const { action, block, explain } = target.dataset;
    if (explain !== undefined) void tell({ kind: 'explain', ...place });
    else if (action !== undefined) void tell({ kind: 'press', ...place, action, block });
  });
}

const tell = async (deed: Readonly<Record<string, unknown>>): Promise<void> =>
  say((await act(deed)).said ?? document.body.dataset['sent'] ?? '');

/** Shows the messages as they now are. Only what has changed is made anew, so that what is read is not moved from under its reader. */
export function showMessages(list: HTMLOListElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const focus = placeOfFocus();
  const items = [...template.content.children];
  const changed = items.filter((item, index) => !list.children[index]?.isEqualNode(item));
  for (const item of changed) {
    const old = list.children[items.indexOf(item)];
    if (old === undefined) list.append(item);
    else old.replaceWith(item);
  }
  while (list.children.length > items.length) list.lastElementChild?.remove();
  if (focus !== undefined)
    document.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  const newest = changed.at(-1);
  if (newest === undefined) return;
  const shown = newest.querySelector('.thread > li:last-child') ?? newest;
  const headline = shown.querySelector('.blocks strong') ?? shown.querySelector('.blocks p');
  say(`Mobility: ${headline?.textContent ?? ''}`);
  shown.scrollIntoView({ block: 'nearest' });
}

/** Where the focus is, in words that hold once the message that has it is made anew. */
function placeOfFocus(): string | undefined {
  const held = document.activeElement;
  const item = held?.closest<HTMLElement>('li.message');
  if (!(held instanceof HTMLElement) || !item) return undefined;
  const { action, explain } = held.dataset;
  if (action === undefined && explain === undefined) return undefined;
  const name = action === undefined ? '[data-explain]' : `[data-action="${CSS.escape(action)}"]`;
  return `li.message[data-ts="${CSS.escape(item.dataset['ts'] ?? '')}"] ${name}`;
}
