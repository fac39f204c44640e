import { printTable } from '#src/edges/terminal/print-table.ts';
import { nameOf } from '#src/state/actor.ts';
import { channelOf } from './count-viewers.ts';
import { sayViewers } from './say-viewers.ts';
import type { Fate, Showing } from './showing.ts';
import type { Sought } from './sought.ts';
import { timeWords } from './words.ts';

const columns = [
  'When (UTC)',
  'Asked by',
  'Channel',
  'Audience',
  'Members',
  'Guests',
  'Shared',
  'Question',
  'Release',
  'Decision',
  'Seen',
];

const fates: Readonly<Record<Fate, string>> = {
  shown: 'yes',
  posted: 'posted',
  posting: 'perhaps',
  unknown: 'perhaps',
  waiting: 'not yet',
  refused: 'no',
};

/** A text of the audit that a terminal prints as it is, whatever an altered entry holds. */
const printable = (text: string | undefined): string =>
  (text ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?') || '-';

function rowOf(showing: Showing): readonly string[] {
  const { at, fate, actor, channel, ask, decision, release, message } = showing;
  const audience = channel?.audience;
  return [
    timeWords(at),
    nameOf(actor),
    channelOf(showing) ?? 'terminal',
    audience?.kind,
    audience === undefined ? undefined : String(audience.members),
    audience === undefined ? undefined : String(audience.guests),
    audience === undefined ? undefined : audience.isShared ? 'yes' : 'no',
    ask,
    release,
    decision,
    message === undefined ? fates[fate] : `${fates[fate]} ${message.ts}`,
  ].map(printable);
}

/** The showings as a table, newest last, and how many people may have seen them. */
export function sayShowings(showings: readonly Showing[], sought: Sought): readonly string[] {
  if (showings.length === 0) return [`No answer or message in the audit ${nothings[sought.kind]}.`];
  const rows = showings.map(rowOf);
  const table = { caption: '', columns, rows, key: rows.map((_, index) => index) };
  const note =
    sought.kind === 'question'
      ? [
          'Only questions that name it are listed: an answer about other places or periods may show the same figures.',
        ]
      : [];
  return [...printTable(table), '', ...sayViewers(showings), ...note];
}

const nothings: Readonly<Record<Sought['kind'], string>> = {
  release: 'is of this release',
  cells: 'showed these cells',
  message: 'was this message',
  channel: 'was in this channel',
  question: 'is of a question that names this',
};
