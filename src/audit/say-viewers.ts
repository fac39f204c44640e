import { countViewers, type Viewers } from './count-viewers.ts';
import type { Showing } from './showing.ts';
import { counted, figure } from './words.ts';

/** How many people may have seen the showings, and why there may be more of them. */
export function sayViewers(showings: readonly Showing[]): readonly string[] {
  const viewers = countViewers(showings);
  const unseen = showings.length - viewers.answers;
  return [
    sayMost(viewers),
    ...remark(
      viewers.open,
      (count) => `${channelsAre(count)} public: others in the workspace could read it too.`,
    ),
    ...remark(viewers.shared, (count) => `${channelsAre(count)} shared with another organisation.`),
    ...remark(
      viewers.unrecorded,
      (count) =>
        `Of ${counted(count, 'channel', 'channels')} the audit does not say who was there: they are not counted.`,
    ),
    ...remark(viewers.channels, () => 'Whoever joined a channel since may have read it there.'),
    ...remark(
      unseen,
      (count) =>
        `${counted(count, 'row', 'rows')} of the table came before nobody, or not yet, and ${count === 1 ? 'is' : 'are'} not counted.`,
    ),
  ];
}

const remark = (count: number, say: (count: number) => string): readonly string[] =>
  count === 0 ? [] : [say(count)];

const channelsAre = (count: number): string =>
  `${figure(count)} of the channels ${count === 1 ? 'is' : 'are'}`;

function sayMost({ answers, channels, terminals, people, guests }: Viewers): string {
  if (answers === 0) return 'Nobody saw any of this.';
  const places = [
    ...remark(channels, (count) => counted(count, 'channel', 'channels')),
    ...remark(terminals, (count) => counted(count, 'terminal', 'terminals')),
  ].join(' and ');
  const most = `seen at the time by at most ${counted(people, 'person', 'people')}`;
  const strangers = guests === 0 ? 'none' : figure(guests);
  return `${counted(answers, 'answer', 'answers')} in ${places}, ${most}, ${strangers} of them ${guests === 1 ? 'a guest' : 'guests'}.`;
}
