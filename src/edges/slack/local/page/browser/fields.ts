import { offerOptions } from './options.ts';
import { get } from './server.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldsOf = (form: HTMLElement): readonly Field[] => [
  ...form.querySelectorAll<Field>('[data-block]:is(input, textarea, select)'),
];

const isSearch = (field: Field): field is HTMLInputElement => field.role === 'combobox';

/** What is filled in, by block: of a search what was chosen, whatever else stands there. */
export const filledIn = (form: HTMLElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOf(form)
      .map((field): [string, string] => [
        field.dataset['block'] ?? '',
        isSearch(field) ? (field.dataset['value'] ?? '') : field.value,
      ])
      .filter(([, value]) => value !== ''),
  );

/** Says under each field what is wrong with it. */
export function showWrong(form: HTMLElement, wrong: Readonly<Record<string, string>>): void {
  for (const field of fieldsOf(form)) {
    const block = field.dataset['block'] ?? '';
    const said = wrong[block] ?? '';
    const place = form.querySelector(`[data-error="${CSS.escape(block)}"]`);
    if (place !== null) place.textContent = said;
    field.setAttribute('aria-invalid', String(said !== ''));
  }
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Has searches offer what they find. `tell`: gets the block of a field that tells of each change. */
export function listenToFields(form: HTMLElement, tell: (block: string) => void): void {
  for (const field of fieldsOf(form)) {
    const told = (): void => {
      const { block, tells } = field.dataset;
      if (tells !== undefined && block !== undefined) tell(block);
    };
    if (isSearch(field)) search(field, told);
    else field.addEventListener('change', told);
  }
}

function search(field: HTMLInputElement, told: () => void): void {
  const list = field.parentElement?.querySelector('ul');
  if (!list) return;
  const choose = (value: string | undefined): void => {
    const before = field.dataset['value'];
    if (value === undefined) delete field.dataset['value'];
    else field.dataset['value'] = value;
    if (before !== value) told();
  };
  const { hide } = offerOptions(field, list, {
    find: async () => {
      const { block = '', least = '1' } = field.dataset;
      if (field.value.length < Number(least)) return '';
      return get(
        '/choices',
        `&block=${encodeURIComponent(block)}&query=${encodeURIComponent(field.value)}`,
      );
    },
    take: ({ dataset: { value, label = '' } }) => {
      field.value = label;
      hide();
      choose(value);
    },
  });
  // What is typed over what was chosen is another search; nothing stands for it until something is chosen.
  field.addEventListener('input', () => choose(undefined));
}
