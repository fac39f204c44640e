import { parseArgs } from 'node:util';

type Named = { readonly name: string; readonly as: string | undefined };
type Reasoned = Named & { readonly reason: string };

/** What to do with which release. `name`: as typed; `as`: who says so; `content`: first digits of the content that they were shown. */
export type LifecycleArguments =
  | { readonly kind: 'list' }
  | { readonly kind: 'show'; readonly name: string }
  | ({ readonly kind: 'approve'; readonly content: string | undefined } & Named)
  | ({ readonly kind: 'live' } & Named)
  | ({ readonly kind: 'reject' } & Reasoned)
  | ({ readonly kind: 'withdraw' } & Reasoned)
  | { readonly kind: 'misunderstood'; readonly message: string };

/** The first words of the commands that make nothing. */
export const lifecycleWords: readonly string[] = [
  'list',
  'show',
  'approve',
  'reject',
  'live',
  'withdraw',
];

const misunderstood = (message: string): LifecycleArguments => ({ kind: 'misunderstood', message });
const longestReason = 200;
const contentForm = /^[0-9a-f]{8,64}$/u;

/** Reads the words after `npm run release --`. */
export function readLifecycleArguments(argv: readonly string[]): LifecycleArguments {
  const read = parse(argv);
  if (read === undefined)
    return misunderstood(
      'only --as NAME, --content DIGITS and --reason "WORDS" are known, after one release',
    );
  const { positionals, values } = read;
  const [kind = '', name = '', ...more] = positionals;
  if (kind === 'list' && name === '') return { kind };
  if (name === '' || more.length > 0)
    return misunderstood(`name one release: npm run release -- ${kind} NAME`);
  const { as, reason, content } = values;
  switch (kind) {
    case 'show':
      return { kind, name };
    case 'approve':
      return content === undefined || contentForm.test(content)
        ? { kind, name, as, content }
        : misunderstood('--content takes the digits that show prints, at least 8 of them');
    case 'live':
      return { kind, name, as };
    case 'reject':
    case 'withdraw': {
      const why = (reason ?? '').replaceAll(/[\p{C}\s]+/gu, ' ').trim();
      return why === '' || why.length > longestReason
        ? misunderstood(`say why, in at most ${longestReason} characters: --reason "WORDS"`)
        : { kind, name, as, reason: why };
    }
    default:
      return misunderstood(kind === 'list' ? 'list takes no name' : 'that is not known');
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        reason: { type: 'string' },
        content: { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}
