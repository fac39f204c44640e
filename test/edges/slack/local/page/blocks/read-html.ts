/** An element of HTML; its attributes and its texts are unescaped. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
};

const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href'],
  button: ['type', 'class', 'data-action', 'data-block', 'data-value', 'aria-label'],
  caption: [],
  code: [],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  em: [],
  figcaption: [],
  figure: [],
  h3: [],
  hr: [],
  img: ['src', 'alt'],
  input: [
    'type',
    'value',
    'role',
    'autocomplete',
    'aria-autocomplete',
    'aria-expanded',
    'aria-controls',
    'data-value',
    'data-least',
  ],
  label: ['for'],
  li: [],
  ol: [],
  option: ['value', 'selected'],
  p: ['class', 'id', 'role', 'data-error'],
  s: [],
  select: [],
  span: ['class'],
  strong: [],
  table: [],
  tbody: [],
  td: ['class'],
  textarea: ['rows'],
  th: ['scope', 'class'],
  thead: [],
  tr: [],
  u: [],
  ul: ['role', 'id', 'hidden'],
};
const ofFields = [
  'id',
  'data-block',
  'name',
  'aria-describedby',
  'required',
  'minlength',
  'maxlength',
  'placeholder',
  'autofocus',
  'data-tells',
];
const mayHave = (element: string, attribute: string): boolean =>
  allowed[element]?.includes(attribute) === true ||
  (['input', 'select', 'textarea'].includes(element) && ofFields.includes(attribute));

const empty = ['hr', 'img', 'input'];
const token = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)/uy;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function unescape(text: string): string {
  return text.replace(/&(?:[#a-z0-9]+;)?/gu, (entity) => {
    const mark = entities[entity];
    if (mark === undefined) throw new Error(`"${entity}" is not escaped`);
    return mark;
  });
}

function readAttributes(element: string, text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/ ([a-z-]+)="([^"]*)"/gu)].map(
    ([, name = '', value = '']) => [name, unescape(value)] as const,
  );
  for (const [name] of pairs)
    if (!mayHave(element, name)) throw new Error(`<${element}> may not have ${name}`);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length)
    throw new Error(`<${element}> has an attribute twice`);
  return Object.fromEntries(pairs);
}

/** Reads the HTML that the page writes and no other: throws on a tag, an attribute or a bare "&", "<" or ">" that it does not know, and on a tag left open. */
export function readHtml(html: string): Element {
  const root: Element = { name: 'root', attributes: {}, children: [] };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const found = token.exec(html);
    if (found === null) throw new Error(`this is no HTML of ours: ${html.slice(at, at + 40)}`);
    const [, slash, name = '', attributes = '', text] = found;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(unescape(text));
    else if (slash === '/') {
      if (open.length === 1 || parent.name !== name) throw new Error(`</${name}> closes nothing`);
      open.pop();
    } else {
      if (allowed[name] === undefined) throw new Error(`<${name}> is not a tag of ours`);
      const element = { name, attributes: readAttributes(name, attributes), children: [] };
      parent.children.push(element);
      if (!empty.includes(name)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is left open`);
  return root;
}

/** The elements of a name within an element, in order, itself left out; every element where no name is given. */
export const findAll = ({ children }: Element, name?: string): readonly Element[] =>
  children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(name === undefined || child.name === name ? [child] : []), ...findAll(child, name)],
  );

/** The first of these. Throws if there is none. */
export function find(element: Element, name: string): Element {
  const [first] = findAll(element, name);
  if (first === undefined) throw new Error(`there is no <${name}>`);
  return first;
}

/** All text within an element. */
export const textOf = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** An element without its texts and the values of its attributes. */
export const skeletonOf = ({ name, attributes, children }: Element): string =>
  `${name}[${Object.keys(attributes).join(' ')}](${children
    .filter((child) => typeof child !== 'string')
    .map(skeletonOf)
    .join('')})`;
