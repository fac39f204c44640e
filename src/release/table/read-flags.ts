import { parseArgs } from 'node:util';

/** A command line by flag; `--parents` may come several times. */
export type Flags = {
  readonly one: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
};

/** What a command line asks for; `misunderstood` is one sentence and a next step. */
export type Understood<T> =
  | { readonly kind: 'understood'; readonly options: T }
  | { readonly kind: 'help' }
  | Misunderstood;

export type Misunderstood = { readonly kind: 'misunderstood'; readonly message: string };

/** Reads `--name value` pairs whose names are `names`, and `--parents`. */
export function readFlags(
  argv: readonly string[],
  names: readonly string[],
): { readonly kind: 'flags'; readonly flags: Flags } | { readonly kind: 'help' } | Misunderstood {
  try {
    const strings = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...strings,
        parents: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
    });
    const { help, parents = [], ...one } = values;
    return help === true ? { kind: 'help' } : { kind: 'flags', flags: { one, parents } };
  } catch (error) {
    const said = error instanceof Error ? error.message.split(/\. |\n/u)[0] : undefined;
    return misunderstood(said ?? 'the arguments cannot be read');
  }
}

export function misunderstood(message: string): Misunderstood {
  return { kind: 'misunderstood', message };
}
