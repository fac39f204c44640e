/** Where options come from, as HTML, and what comes of one that is taken. */
type Options = {
  readonly find: () => Promise<string>;
  readonly take: (option: HTMLLIElement) => void;
};

/**
 * Offers options for a field as one types, in a list that is worked by arrow keys, Enter or Tab, Escape, and the pointer. `suggest`: looks for them anew; `hide`: ends the
 * list until more is typed.
 */
export function offerOptions(
  field: HTMLInputElement,
  list: HTMLUListElement,
  { find, take }: Options,
): { readonly suggest: () => void; readonly hide: () => void } {
  let chosen = -1;
  let asked = 0;
  let looking = Promise.resolve();
  let isWaiting = false;
  /** Whether what is listed is of the text as it stands. */
  const isFresh = (): boolean => list.ariaBusy !== 'true';
  const options = (): readonly HTMLLIElement[] => [...list.querySelectorAll('li')];

  const choose = (index: number): void => {
    chosen = index;
    for (const [at, option] of options().entries())
      option.setAttribute('aria-selected', String(at === index));
    const option = options()[index];
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', option.id);
  };
  const show = (html: string): void => {
    list.innerHTML = html;
    for (const [at, option] of options().entries()) option.id = `${list.id}-${at}`;
    list.hidden = html === '';
    field.setAttribute('aria-expanded', String(!list.hidden));
    choose(-1);
    list.ariaBusy = 'false';
  };
  const hide = (): void => {
    asked += 1;
    show('');
  };
  const look = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    list.ariaBusy = 'true';
    choose(-1);
    const html = await find().catch(() => '');
    if (mine === asked && document.activeElement === field) show(html);
  };
  const suggest = (): void => {
    looking = look();
  };
  /** Who types fast means an option that is on its way. */
  const takeFirst = async (): Promise<void> => {
    isWaiting = true;
    for (let now; now !== looking; await now) now = looking;
    isWaiting = false;
    const [first] = options();
    if (isFresh() && first !== undefined) take(first);
  };
  const step = (by: 1 | -1): void => {
    const count = options().length;
    if (!isFresh()) return;
    if (count === 0) return suggest();
    choose(chosen === -1 && by === -1 ? count - 1 : (chosen + by + count) % count);
  };
  const press = (event: KeyboardEvent): void => {
    const isTab = event.key === 'Tab' && !event.shiftKey;
    const isTaking = isFresh() && (isTab || event.key === 'Enter');
    const option = options()[event.key === 'Tab' ? Math.max(chosen, 0) : chosen];
    if (event.key === 'Escape' && !list.hidden) hide();
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (isTaking && option !== undefined) take(option);
    // Once only: whoever presses it again wants to go on.
    else if (isTab && !isFresh() && !isWaiting) void takeFirst();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  field.addEventListener('input', suggest);
  field.addEventListener('blur', hide);
  field.addEventListener('keydown', press);
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const { target } = event;
    const option = target instanceof Element ? target.closest('li') : null;
    if (option !== null && isFresh()) take(option);
  });
  return { suggest, hide };
}
