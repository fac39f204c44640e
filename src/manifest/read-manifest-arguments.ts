import { parseArgs } from 'node:util';
import { eventsPath } from '#src/edges/slack/app/names.ts';
import type { Reach } from './fill-manifest.ts';

/** What a command line asks for; `misunderstood` is one sentence and a next step. */
export type ManifestArguments =
  | { readonly kind: 'print'; readonly reach: Reach }
  | { readonly kind: 'help' }
  | { readonly kind: 'misunderstood'; readonly message: string };

/** How to call it, for `--help`. */
export const manifestUsage = `npm run -s manifest -- --url https://mobility.example.gov.uk
npm run -s manifest -- --socket

Prints the manifest of the Slack app, to paste where an app is made from a manifest.
  --url      the address under which Slack reaches the bot, without a path
  --socket   for Socket Mode: Slack needs no address`;

/** Reads the arguments of the command. */
export function readManifestArguments(argv: readonly string[]): ManifestArguments {
  const flags = readFlags(argv);
  if (flags?.help === true) return { kind: 'help' };
  if (flags === undefined || (flags.url === undefined) === (flags.socket !== true))
    return misunderstood('Say either --url and the address of the bot, or --socket');
  return flags.url === undefined
    ? { kind: 'print', reach: { kind: 'socket' } }
    : readUrl(flags.url);
}

type Flags = { readonly url?: string; readonly socket?: boolean; readonly help?: boolean };

function readFlags(argv: readonly string[]): Flags | undefined {
  const options = {
    url: { type: 'string' },
    socket: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch {
    return undefined;
  }
}

function readUrl(text: string): ManifestArguments {
  const url = URL.parse(text);
  if (url === null) return misunderstood('The address is not a URL');
  if (url.protocol !== 'https:') return misunderstood('Slack delivers over https only');
  if (url.username !== '' || url.password !== '')
    return misunderstood('The address must hold no name and no password');
  if (url.pathname !== '/' || /[?#]/u.test(text))
    return misunderstood(`The address must end after its host: ${eventsPath} is added to it`);
  return { kind: 'print', reach: { kind: 'url', requestUrl: `${url.origin}${eventsPath}` } };
}

const misunderstood = (message: string): ManifestArguments => ({ kind: 'misunderstood', message });
