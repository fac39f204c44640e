import type { Live } from '#src/config/read-live.ts';
import { dateWords } from '#src/date-words.ts';
import { failed, note, ok, type Outcome } from './check.ts';

const dayMs = 86_400_000;

/** Which release answers, and how old its data are. `isLocal`: releases are made on this machine. Synthetic data are told apart, so that nobody takes them for real ones. */
export function judgeRelease(live: Live, now: Date, isLocal: boolean): Outcome {
  switch (live.kind) {
    case 'none':
      if (!isLocal) return note('No release answers yet: none was made live in BigQuery.');
      return note(
        'No release answers yet: the bot makes one of the demonstration at its first start.',
        'For data of your own, first: npm run import -- --help',
      );
    case 'withdrawn':
      return failed(
        'No release answers: the last one was withdrawn.',
        'Let another one answer. Which there are: npm run release -- list',
      );
    case 'live': {
      const { releaseId, synthetic, lastDay } = live.release;
      const said = `${releaseId} answers. Last day: ${dateWords(lastDay)}, ${sayAge(lastDay, now)}.`;
      return synthetic
        ? note(`${said} The data are synthetic: every answer says so.`)
        : ok(`${said} The data are real.`);
    }
    default:
      return live satisfies never;
  }
}

function sayAge(lastDay: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(lastDay)) / dayMs);
  if (days < 0) return 'which is yet to come';
  const weeks = Math.floor(days / 7);
  if (weeks === 0) return 'this week';
  return weeks === 1 ? '1 week ago' : `${weeks.toLocaleString('en-GB')} weeks ago`;
}
