import { get } from './server.ts';

/** Suggests how the text of a field may go on, in a list under it that is worked by arrow keys, Enter or Tab, Escape, and the pointer. `hide`: ends it until more is typed. */
export function listenToSuggestions(
  field: HTMLInputElement,
  list: HTMLUListElement,
): { readonly hide: () => void } {
  let chosen = -1;
  let asked = 0;
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
    list.hidden = html === '';
    field.setAttribute('aria-expanded', String(!list.hidden));
    choose(-1);
  };
  const hide = (): void => {
    asked += 1;
    show('');
  };
  const suggest = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const { value, selectionStart } = field;
    const caret = selectionStart ?? value.length;
    const html = await get('/suggestions', `&text=${encodeURIComponent(value)}&caret=${caret}`);
    if (mine === asked && document.activeElement === field) show(html);
  };
  const take = ({ dataset }: HTMLLIElement): void => {
    const { from = '0', to = '0', insert = '' } = dataset;
    const isLast = Number(to) === field.value.length;
    // What must follow is a part of it; at the end another word may.
    const gap = isLast && /[^\s:,]$/u.test(insert) ? ' ' : '';
    field.setRangeText(insert + gap, Number(from), Number(to), 'end');
    field.focus();
    void suggest();
  };
  const step = (by: 1 | -1): void => {
    const count = options().length;
    if (count === 0) return void suggest();
    choose(chosen === -1 && by === -1 ? count - 1 : (chosen + by + count) % count);
  };
  const press = (event: KeyboardEvent): void => {
    const isTaking = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey);
    const option = options()[event.key === 'Tab' ? Math.max(chosen, 0) : chosen];
    if (event.key === 'Escape' && !list.hidden) hide();
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (isTaking && option !== undefined) take(option);
    else return;
    event.preventDefault();
  };

  field.addEventListener('input', () => void suggest());
  field.addEventListener('blur', hide);
  field.addEventListener('keydown', press);
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const { target } = event;
    const option = target instanceof Element ? target.closest('li') : null;
    if (option !== null) take(option);
  });
  return { hide };
}
