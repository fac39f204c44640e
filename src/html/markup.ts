import { escapeHtml } from './escape-html.ts';

/** HTML in which all text is escaped. `markup` and `attribute` make it. */
export type Html = { readonly html: string };

type Slot = string | Html | readonly Html[];

/** A template of HTML: text put into it is escaped, HTML is not. An attribute's value must stand in double quotes. */
export const markup = (parts: TemplateStringsArray, ...slots: readonly Slot[]): Html => ({
  html: parts.map((part, at) => part + htmlOf(slots[at] ?? '')).join(''),
});

function htmlOf(slot: Slot): string {
  if (typeof slot === 'string') return escapeHtml(slot);
  return 'html' in slot ? slot.html : slot.map(({ html }) => html).join('');
}

/** One attribute with the space before it, or nothing where its value is undefined. `name`: never from a user. */
export const attribute = (name: string, value: string | number | undefined): Html =>
  value === undefined ? markup`` : { html: ` ${name}="${escapeHtml(String(value))}"` };

/** An attribute that has no value, such as `required`, where it holds. */
export const flag = (name: string, isSet: boolean | undefined): Html =>
  attribute(name, isSet === true ? '' : undefined);
