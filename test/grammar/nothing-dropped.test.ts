import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ask, DataAsk, SharedWhen, When } from '#src/grammar/ask.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { fold } from '#src/grammar/words.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

/** A part of a question: how it is typed, and what must come of it; undefined where it cannot be answered. */
type Part = { readonly text: string; readonly means: Partial<Meaning> | undefined };
/** An ask, in words that can be compared. */
type Meaning = {
  readonly places: string;
  readonly since: string;
  readonly until: string;
  readonly modes: string;
  readonly by: string;
};

const [london, leeds, york, bcp] = ['E12000007', 'E08000035', 'E06000014', 'E06000058'];
const regions = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `E1200000${i}`).join();

const named: readonly (readonly [string, string | undefined])[] = [
  ['region:London', `> ${london}`],
  ['region:"Bournemouth, Christchurch and Poole"', `> ${bcp}`],
  ['region:London,Leeds', `${london},${leeds}`],
  ['region:"London", "Leeds" and York', `${london},${leeds},${york}`],
  ['region:"Bournemouth, Christchurch and Poole",Leeds', `${bcp},${leeds}`],
  ['region:Lodnon,Leeds', `${london},${leeds}`],
  ['region:London+Leeds', `> ${london},${leeds}`],
  ['destination:London,Leeds', `> ${london},${leeds}`],
  ['origin:Leeds destination:London', `${leeds} > ${london}`],
  ['origin:Leeds,York', `${leeds},${york} >`],
  ['origin:"Leeds" region:London', `${leeds} > ${london}`],
  ['region:London vs:Leeds', `${london},${leeds}`],
  ['region:all', 'E92000001,W92000004,S92000003,N92000002'],
  ['region:England by:region', regions],
  ['in London', `> ${london}`],
  ['trips in London and Leeds', `${london},${leeds}`],
  ['London, Leeds and York', `${london},${leeds},${york}`],
  ['trips from Leeds to London', `${leeds} > ${london}`],
  ['Leeds to London', `${leeds} > ${london}`],
  ['to London from Leeds and York', `${leeds},${york} > ${london}`],
  ['trips out of Leeds', `${leeds} >`],
  ['starting in Leeds', `${leeds} >`],
  ['London vs Leeds', `${london},${leeds}`],
  ['London compared with Leeds', `${london},${leeds}`],
  ['into Leeds and York', `${leeds},${york}`],
  ['to bournemouth, christchurch & poole', `> ${bcp}`],
  ['every region of England', regions],
  ['compare London and Leeds', `${london},${leeds}`],
  ['compare London, Leeds', `${london},${leeds}`],
  ['compare region:London,Leeds', `${london},${leeds}`],
  ['flows destination:London', `into ${london}`],
  ['flows into London', `into ${london}`],
  ['flows from Leeds', `outOf ${leeds}`],
  ['flows between:London,Leeds,York', `between ${london},${leeds},${york}`],
  ['flows between London and Leeds', `between ${london},${leeds}`],
  ['flows from Leeds to London', `${leeds} > ${london}`],
  ['London and Leeds together', `> ${london},${leeds}`],
  ['London plus Leeds', `> ${london},${leeds}`],
  ['where do people in Leeds go', `outOf ${leeds}`],
  ['who goes to London', `into ${london}`],
  ['rest of London', undefined],
  ['Kent and London', undefined],
  ['County Down', undefined],
  ['region:London,Paris', undefined],
  ['region:Richmond,London', undefined],
  ['origin:Paris destination:London', undefined],
  ['region:London destination:Leeds', undefined],
  ['region:London+Leeds,York', undefined],
  ['origin:York region:London,Leeds', undefined],
  ['in London and Paris', undefined],
  ['trips from Paris to London', undefined],
  ['trips from London to Paris', undefined],
  ['London vs Paris', undefined],
  ['in Richmond and York', undefined],
  ['compare London and Lodnn', undefined],
  ['flows between London and Paris', undefined],
  ['flows between:London,Paris', undefined],
  ['London Leeds', undefined],
  ['every county of England', undefined],
];
const dated: readonly (readonly [string, string | undefined, string?])[] = [
  ['since:2022-01-19', '2022-01-19'],
  ['since 19 January 2022', '2022-01-19'],
  ['from 1/3/2022', '2022-03-01'],
  ['since:lift-date', 'lift-date'],
  ['since the lift date', 'lift-date'],
  ['since lift-dtae', 'lift-date'],
  ['after freedom day', 'freedom-day'],
  ['since:lift-date+4w', 'lift-date+28'],
  ['since 10 days before the lift date', 'lift-date-10'],
  ['4 weeks after lift-date', 'lift-date+28'],
  ['since:lift-date-2w', 'lift-date-14'],
  ['since:2022-W04', '2022-01-24'],
  ['since:Q1 2022', '2022-01-01'],
  ['since January 2022', '2022-01-01'],
  ['since last month', '2022-09-01'],
  ['since:2022', '2022-01-01'],
  ['until 31 March 2022', '-', '2022-03-31'],
  ['until:March 2022', '-', '2022-03-31'],
  ['between:2022-01-01,2022-03-31', '2022-01-01', '2022-03-31'],
  ['between:2022-01-01..2022-03-31', '2022-01-01', '2022-03-31'],
  ['between:lift-date and 2022-03-31', 'lift-date', '2022-03-31'],
  ['between 1 January 2022 and 31 March 2022', '2022-01-01', '2022-03-31'],
  ['from 1 January 2022 to 31 March 2022', '2022-01-01', '2022-03-31'],
  ['since:2022-01-01 until:2022-03-31', '2022-01-01', '2022-03-31'],
  ['in January 2022', '2022-01-01', '2022-01-31'],
  ['in 2021', '2021-01-01', '2021-12-31'],
  ['last 8 weeks', '2022-09-05', '2022-10-30'],
  ['over the last week', '2022-10-24', '2022-10-30'],
  ['week of 24 January 2022', '2022-01-24', '2022-01-30'],
  ['w/c 24 January 2022', '2022-01-24', '2022-01-30'],
  ['week ending 30 January 2022', '2022-01-24', '2022-01-30'],
  ['week 4 of 2022', '2022-01-24', '2022-01-30'],
  ['after plan b ended', 'plan-b-end'],
  ['since the end of plan b', 'plan-b-end'],
  ['since plan b began', 'plan-b'],
  ['since the first lockdown', 'lockdown-1'],
  ['since lockdown 1 ended', undefined],
  ['when the guidance ended', undefined],
  ['during lockdown', undefined],
  ['before the pandemic', undefined],
  ['half term', undefined],
  ['on bank holidays', undefined],
  ['on Mondays', undefined],
  ['at weekends', undefined],
  ['in the morning', undefined],
  ['since christmas', undefined],
  ['since:30/02/2022', undefined],
  ['since:19/01/22', undefined],
  ['since January', undefined],
  ['since:2030-01-01', undefined],
  ['since nonsense', undefined],
  ['since:lift-date+9y', undefined],
  ['since lift-date and christmas', undefined],
  ['this week', undefined],
  ['until yesterday', undefined],
  ['between:2022-01-01', undefined],
  ['between:2022-01-01,christmas', undefined],
  ['a month after lift-date', undefined],
];
const carried: readonly (readonly [string, string | undefined])[] = [
  ['', ''],
  ['mode:rail', 'rail'],
  ['mode:rail,bus', 'rail,bus'],
  ['mode:"walking and cycling",rail', 'rail,active'],
  ['mode:bus+rail', 'rail,bus'],
  ['by rail', 'rail'],
  ['by rail and bus', 'rail,bus'],
  ['by car, rail or bus', 'car,rail,bus'],
  ['using buses', 'bus'],
  ['by train', 'rail'],
  ['on foot', 'active'],
  ['via rial', 'rail'],
  ['by all transport', ''],
  ['by tram', undefined],
  ['mode:hovercraft', undefined],
  ['mode:rail,tram', undefined],
  ['by rail and zeppelin', undefined],
  ['without rail', undefined],
  ['non car', undefined],
  ['no buses', undefined],
];
const broken: readonly (readonly [string, string | undefined])[] = [
  ['', 'week'],
  ['', 'week'],
  ['by week', 'week'],
  ['by:mode', 'mode'],
  ['daily', 'day'],
  ['by:weekday', 'weekday'],
  ['by hour', undefined],
];

/** Mostly what can be answered: of four parts all must be. */
function someOf(parts: readonly Part[]): fc.Arbitrary<Part> {
  const good = fc.constantFrom(...parts.filter(isGood));
  return fc.oneof(
    { weight: 5, arbitrary: good },
    { weight: 1, arbitrary: fc.constantFrom(...parts) },
  );
}

const isGood = ({ means }: Part) => means !== undefined;

function partsOf(
  slot: keyof Meaning,
  texts: readonly (readonly [string, string | undefined])[],
): readonly Part[] {
  return texts.map(([text, means]) => ({
    text,
    means: means === undefined ? undefined : { [slot]: means },
  }));
}

const places = someOf(partsOf('places', named));
const modes = someOf(partsOf('modes', carried));
const grains = someOf(partsOf('by', broken));
const dates = someOf(
  dated.map(([text, since, until = '-']) => ({
    text,
    means: since === undefined ? undefined : { since, until },
  })),
);

function meaningOf(ask: Ask): Meaning {
  switch (ask.command) {
    case 'trend':
    case 'compare':
    case 'flows':
      return {
        places: placesOf(ask),
        ...daysOf(ask),
        modes: ask.modes.map(({ value }) => value).join(),
        by: ask.command === 'trend' ? ask.by : 'week',
      };
    case 'method':
    case 'events':
    case 'help':
    case 'status':
      return { places: ask.command, since: '', until: '', modes: '', by: '' };
    default:
      return ask satisfies never;
  }
}

/** Without any date the last week is told. */
function daysOf({ since, until }: DataAsk): Pick<Meaning, 'since' | 'until'> {
  return since === undefined && until === undefined
    ? { since: '2022-10-24', until: '2022-10-30' }
    : { since: dayOf(since), until: dayOf(until) };
}

function placesOf(ask: DataAsk): string {
  const codes = (areas: readonly { readonly code: string }[]) =>
    areas.map(({ code }) => code).join();
  switch (ask.command) {
    case 'trend':
      return `${codes(ask.origins)} > ${codes(ask.destinations)}`.trim();
    case 'compare':
      return codes(ask.places);
    case 'flows':
      return `${ask.way} ${ask.place?.code ?? codes(ask.parts)}`;
    default:
      return ask satisfies never;
  }
}

function dayOf(when: When | SharedWhen | undefined): string {
  if (when === undefined) return '-';
  const days = ('shiftDays' in when ? when.shiftDays : undefined) ?? 0;
  const shift = days === 0 ? '' : `${days > 0 ? '+' : ''}${days}`;
  if ('kind' in when) return when.kind === 'event' ? `${when.slug}${shift}` : when.date;
  return when.event === undefined ? when.date : `${when.event.slug}${shift}`;
}

/** The parts in some order with some mark between them; a command is typed first. */
const questions = (parts: fc.Arbitrary<readonly Part[]>) =>
  fc
    .tuple(
      parts,
      fc.constantFrom(' ', ', ', ' please '),
      fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
    )
    .map(([all, gap, order]) => {
      const typed = all.filter(({ text }) => text !== '');
      const ranked = typed.map((part, i) => {
        const isCommand = /^(?:compare|flows|where|who)/.test(part.text);
        return { part, rank: isCommand ? -1 : (order[i] ?? 0) };
      });
      const sorted = ranked.toSorted((a, b) => a.rank - b.rank).map(({ part }) => part);
      return { parts: all, text: sorted.map(({ text }) => text).join(gap) };
    });

/** Whether an ask means what a part says. */
function isIn({ means }: Part, got: Meaning): boolean {
  return (
    means !== undefined &&
    // `Object.entries` forgets the names of the slots.
    Object.entries(means).every(([slot, meant]) => got[slot as keyof Meaning] === meant)
  );
}

/** Whether a note says that words of a part were ignored. */
function isIgnored({ text }: Part, notes: readonly string[]): boolean {
  const ignored = notes
    .filter((note) => note.startsWith('I ignored'))
    .map(fold)
    .join(' ')
    .split(' ');
  return fold(text)
    .split(' ')
    .some((word) => ignored.includes(word));
}

test('every place, date, kind of transport and breakdown is in the ask with its meaning, or said to be ignored, or the question is refused', () => {
  let read = 0;
  fc.assert(
    fc.property(questions(fc.tuple(places, dates, modes, grains)), ({ parts, text }) => {
      const parsed = parseAsk(text, ukVocabulary);
      if (parsed.kind === 'refused') return;
      read += 1;
      const { ask, notes } = parsed.reading;
      const lost = parts.filter((part) => !isIgnored(part, notes) && !isIn(part, meaningOf(ask)));
      expect(lost, text).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(4000);
});

test('every such question with nothing wrong in it is read, and nothing of it ignored', () => {
  const whole = questions(
    fc.tuple(places.filter(isGood), dates.filter(isGood), modes.filter(isGood)),
  );
  fc.assert(
    fc.property(whole, ({ text }) => {
      const parsed = parseAsk(text, ukVocabulary);
      expect(
        parsed.kind,
        `${text} ${parsed.kind === 'refused' ? parsed.refusal.message : ''}`,
      ).toBe('read');
      const notes = parsed.kind === 'read' ? parsed.reading.notes.join(' ') : '';
      expect(notes, text).not.toContain('I ignored');
    }),
    { numRuns: 3000 },
  );
});
