import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersTo } from '#test/attack/ask-all.ts';
import { attackPool, type Attack } from '#test/attack/attack-pool.ts';
import { openAttacked, type Attacked } from '#test/attack/attacked.ts';
import { faceNames, type FaceName, type Faces } from '#test/attack/faces.ts';
import { threshold } from '#test/attack/kestria.ts';
import { plantElsewhere, plantRaw, plantRawDays } from '#test/attack/plant.ts';
import { addToPool, emptyPool } from '#test/attack/pool.ts';
import { readStatements } from '#test/attack/read-statements.ts';
import { between, seeded } from '#test/attack/seeded.ts';
import { anywhere, inside, subjectOf, weekOf } from '#test/attack/subject.ts';
import { isDrawn, readTruth, type TrueLeaf, type Truth } from '#test/attack/truth.ts';
import { unreadNumbers } from '#test/attack/unread-numbers.ts';
import { withQueryFrom } from '#test/attack/with-query-from.ts';

const longMs = 300_000;

let attacked: Attacked;
beforeAll(async () => {
  attacked = await openAttacked();
}, longMs);
afterAll(() => attacked.close());

function pooled(answers: readonly Faces[], truth: Truth): Attack {
  const pool = emptyPool();
  for (const faces of answers) addToPool(pool, readStatements(faces, truth.country));
  return attackPool(pool, truth);
}

async function answerTo(text: string): Promise<Faces> {
  const [faces] = await answersTo([text], attacked.edges);
  if (faces === undefined) throw new Error('no answer');
  expect(pooled([faces], attacked.truth).problems).toEqual([]);
  return faces;
}

/** A sensitive leaf whose column has no other hidden leaf, and is shown. */
function loneLeaf({ leaves }: Truth): TrueLeaf {
  const columns = Map.groupBy(leaves, (leaf) => `${leaf.destination} ${leaf.mode} ${leaf.week}`);
  const lone = [...columns.values()].find((column) => {
    const hidden = column.filter(({ known }) => !known);
    return (
      hidden.length === 1 &&
      hidden.every(({ x, sensitive }) => sensitive && x >= threshold && !isDrawn(x)) &&
      column.length > 4
    );
  });
  const leaf = lone?.find(({ known }) => !known);
  if (leaf === undefined) throw new Error('no lone leaf');
  return leaf;
}

test('one sensitive leaf left raw in a release is found, by what was released before and by the rule alone', async () => {
  const { file, rawFile, truth, open } = attacked;
  const { origin, destination, mode, week } = loneLeaf(truth);
  const where = `week = '${week}' AND destination = '${destination}' AND mode = '${mode}' AND origin = '${origin}'`;
  const planted = await plantRaw({ file, rawFile }, where);
  const column = `region:${destination} mode:${mode}`;
  const answers = await answersTo([column, `${column} since:2021-03-31`], await open(planted));
  const known = pooled(answers, truth).problems;
  expect(known.join('\n')).toContain(`> ${destination}- by ${mode}, week ${week}: said`);
  const alone = pooled(answers, await readTruth(rawFile, planted)).problems;
  expect(alone.join('\n')).toMatch(/recovered \d+, protected \d+, raw \d+(: not 0 or b)?/u);
});

test('answers that are each perturbed by themselves average out to the raw figure, and are found', () => {
  const { truth } = attacked;
  const { x, destination, mode, week } = loneLeaf(truth);
  const column = truth.leaves.filter(
    (leaf) => leaf.destination === destination && leaf.mode === mode && leaf.week === week,
  );
  const raw = column.reduce((sum, leaf) => sum + leaf.x, 0);
  const rng = seeded(9);
  const subject = subjectOf(anywhere, inside([destination]), [mode]);
  const told = Array.from({ length: 400 }, (_, question) => ({
    subject,
    time: weekOf(week),
    bound: question,
    trips: raw + between(rng, -4, 4),
  }));
  const pool = emptyPool();
  for (const one of told) pool.figures.set(`${one.bound}`, one);
  const { problems } = attackPool(pool, truth);
  const [, estimate] = /averaged over 400 pairs ([\d.]+) ± 0\.1,/u.exec(problems.join('\n')) ?? [];
  expect(Math.round(Number(estimate))).toBe(x);
});

/** By query: questions that read it, in the commands that do. */
const asking = {
  'weekly-trips': [
    'region:Kestria',
    'origin:Northmark destination:Northmark',
    'method region:Southfen',
  ],
  'weekly-by-mode': ['region:Kestria by:mode', 'region:Northmark since:2021-05-10 by:mode'],
  'weekly-by-place': ['region:all', 'compare Aldmere, Kelmarsh and Greyford since:2021-05-10'],
  flows: ['flows by:region', 'flows destination:Kestria', 'flows origin:Southfen'],
  'daily-trips': ['region:Aldmere by:day', 'region:Kestria by:weekday since:2021-05-10'],
} as const;

test.each(Object.entries(asking))(
  'raw figures in the rows of %s alone are found',
  async (queryId, texts) => {
    const plantIt = queryId === 'daily-trips' ? plantRawDays : plantRaw;
    const raw = await attacked.open(await plantIt(attacked));
    const edges = withQueryFrom(attacked.edges, raw, queryId);
    for (const text of texts) {
      const { problems } = pooled(await answersTo([text], edges), attacked.truth);
      expect(problems.join('\n'), text).toMatch(/: said -?\d+( %)?, protected/u);
    }
  },
);

test('what started elsewhere and is given to a place is found', async () => {
  const given = { region: 'R3', district: 'D11' };
  const planted = await attacked.open(await plantElsewhere(attacked, given));
  const text = 'flows destination:Lowstoft by:district';
  const { problems } = pooled(await answersTo([text], planted), attacked.truth);
  expect(problems.join('\n')).toMatch(/D11-D12 > D12- by .*: said \d+, though 0 is below 2E/u);
});

/** A change of one number: so that no row of the table moves. */
const another = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (whole: string, number: string) =>
    whole.replace(number, String(Number(number.replaceAll(',', '')) + 17)),
  );

/** By question: where a figure stands in each face. */
const figures: Readonly<Record<string, Partial<Record<FaceName, RegExp>>>> = {
  'region:Aldmere mode:rail': {
    sentences: /were ([\d,]+) trips/u,
    alt: /around ([\d,]+) trips/u,
    table: /"([\d,]+)","before"/u,
    spec: /"week":"[^"]+","middleMs":\d+,"trips":(\d+)/u,
    json: /"published","value":(\d+)/u,
    terminal: /\d{4} +([\d,]+) +before/u,
  },
  'flows destination:Lowstoft by:district': {
    sentences: /\((?:at least around |around )([\d,]+)\)/u,
    alt: /The first bars: [A-Za-z ]+ ([\d,]+)/u,
    table: /"\w+","([\d,]+)"/u,
    spec: /"fill":"#[0-9A-F]+","trips":(\d+)/u,
    json: /"published","value":(\d+)/u,
    terminal: /\nAll +([\d,]+)/u,
  },
  'flows by:region': {
    sentences: /(?:at least around|around) ([\d,]+) trips/u,
    alt: /(?:at least around|around) ([\d,]+) trips/u,
    table: /"Northmark","([\d,]+)"/u,
    spec: /"fill":"#[0-9A-F]+","trips":(\d+)/u,
    json: /"published","value":(\d+)/u,
    terminal: /\nNorthmark +([\d,]+)/u,
  },
  'region:all since:2021-05-10': {
    sentences: /around (\d+)% (?:higher|lower) in/u,
    alt: /: around (\d+)%/u,
    table: /"(\d+)% (?:rise|fall)"/u,
    spec: /"percent":([1-9]\d*),"shape":"diamond"/u,
    json: /"meanBefore":(\d+)/u,
    terminal: /\nNorthmark +([\d,]+)/u,
  },
  'region:Aldmere by:day': {
    sentences: /busiest with around ([\d,]+)/u,
    alt: /quietest with ([\d,]+)/u,
    table: /"Tuesday","([\d,]+)"/u,
    spec: /"week":"[^"]+","middleMs":\d+,"trips":(\d+)/u,
    json: /"date":"[^"]+","trips":\{"kind":"published","value":(\d+)/u,
    terminal: /Friday +([\d,]+)/u,
  },
  'method region:Northmark since:2021-05-10': {
    sentences: /means are ([\d,]+) trips/u,
    table: /"([\d,]+)","before/u,
    json: /"meanAfter":(\d+)/u,
    terminal: /\d{4} +([\d,]+) +before/u,
  },
};

const places = Object.entries(figures).flatMap(([text, faces]) =>
  faceNames.flatMap((face) => {
    const pattern = faces[face];
    return pattern === undefined ? [] : [[face, text, pattern] as const];
  }),
);

test.each(places)('another number in the %s of "%s" is found', async (face, text, pattern) => {
  const faces = await answerTo(text);
  const changed = another(faces[face], pattern);
  expect(changed).not.toBe(faces[face]);
  const { problems } = pooled([{ ...faces, [face]: changed }], attacked.truth);
  expect(problems.join('\n')).toContain('said');
});

/** Sentences that only some answers have: the question, and where a figure stands in them. */
const sayings: readonly (readonly [text: string, pattern: RegExp])[] = [
  ['region:Midvale since:2021-03-28 until:2021-04-18', /were ([\d,]+) trips in Midvale a week/u],
  [
    'origin:Ivelton destination:Lowstoft+Ivelton+Midvale since:2021-08-07 until:2021-09-22',
    /: ([\d,]+) trips a week on average/u,
  ],
  [
    'flows since:2021-08-09 until:2021-08-29',
    /They were [^()]+\((?:at least )?around ([\d,]+) trips/u,
  ],
  ['flows since:2021-08-09 until:2021-08-29', /They were .+ and from [^()]+\(([\d,]+)\)\./u],
  ['flows mode:car', /Next were [^()]+\(([\d,]+)\)/u],
  ['flows mode:car', /Another ([\d,]+) trips .+ started in one of them/u],
  ['flows between:Southfen,Northmark,Harrowby', /Another ([\d,]+) trips .+ or not\./u],
  ['flows origin:Kestria', /Of around ([\d,]+) trips .+ nearly all also/u],
  ['region:Kestria by:weekday', /all were the same: around (\d+)%/u],
  ['region:all since:2021-05-09', /Changes ran from around (\d+)%/u],
];

test.each(sayings)(
  'another number in what only answers as that to "%s" say is found',
  async (text, pattern) => {
    const faces = await answerTo(text);
    const sentences = another(faces.sentences, pattern);
    expect(sentences).not.toBe(faces.sentences);
    const { problems } = pooled([{ ...faces, sentences }], attacked.truth);
    expect(problems.join('\n')).toContain('said');
  },
);

test('the same weeks in two years, for which these data are too short, are read as the two levels compared', async () => {
  const { truth } = attacked;
  const faces = await answerTo('region:Aldmere mode:rail');
  const [, before = '', after = ''] =
    /had around ([\d,]+) trips a week before and ([\d,]+) after/u.exec(faces.alt) ?? [];
  const said = (now: string, then: string, mean: string) => ({
    ...faces,
    sentences: `There were ${now} trips${mean}, and ${then} a year before.`,
  });
  expect(before).not.toBe(after);
  for (const mean of ['', ' a week on average']) {
    const told = readStatements(said(after, before, mean), truth.country);
    expect(told.statements.filter(({ face }) => face === 'sentences')).toHaveLength(2);
    expect(pooled([said(after, before, mean)], truth).problems).toEqual([]);
    const swapped = pooled([said(before, after, mean)], truth).problems.join('\n');
    for (const [told, level] of [
      [before, after],
      [after, before],
    ])
      expect(swapped).toContain(
        `said ${told?.replace(',', '')}, protected ${level?.replace(',', '')}`,
      );
  }
});

test('a raw number in an alt text is found', async () => {
  const { truth } = attacked;
  const faces = await answerTo('region:Coldbrook mode:cycle');
  const last = truth.leaves.filter(
    ({ destination, mode, week }) =>
      destination === 'D03' && mode === 'cycle' && week === '2021-09-27',
  );
  const raw = last.reduce((sum, { x }) => sum + x, 0);
  const alt = faces.alt.replace(/There were [\d,]+ /u, `There were ${raw} `);
  expect(pooled([{ ...faces, alt }], truth).problems.join()).toContain(`said ${raw}, protected`);
});

const withheld = [
  'origin:Harrowby destination:Greyford mode:rail',
  'flows destination:Lowstoft by:district',
  'flows by:district',
  'region:Lowstoft by:day',
] as const;

test.each(withheld)('in the table of "%s", a sum below 2E that is shown is found', async (text) => {
  const faces = await answerTo(text);
  expect(faces.table).toContain('"[c]"');
  const table = faces.table.replace('"[c]"', '"30"');
  const { problems } = pooled([{ ...faces, table }], attacked.truth);
  expect(problems.join('\n')).toMatch(/said 30, though [\d.]+ is below 2E/u);
});

test.each(withheld)(
  'in the table of "%s", a sum withheld that is no less than 2E is found',
  async (text) => {
    const faces = await answerTo(text);
    const table = faces.table.replace(/"\d[\d,]*"/u, '"[c]"');
    expect(table).not.toBe(faces.table);
    const { problems } = pooled([{ ...faces, table }], attacked.truth);
    expect(problems.join('\n')).toMatch(/withheld, though [\d.]+ is no less than 2E/u);
  },
);

test('a number that sentences say in words which the room has not learned to read is found', async () => {
  const faces = await answerTo('region:Aldmere');
  const told = readStatements(faces, attacked.truth.country);
  expect(unreadNumbers(faces, told)).toEqual([]);
  const sentences = `${faces.sentences} Of these, 12,345 were made at night.`;
  expect(unreadNumbers({ ...faces, sentences }, told).join()).toContain('12,345 in: ');
  const share = `${faces.sentences} That is 43% of all.`;
  expect(unreadNumbers({ ...faces, sentences: share }, told).join()).toContain('43 in: ');
});

test('days said to be missing in a week that has them are found', async () => {
  const faces = await answerTo('region:Aldmere by:day');
  const table = faces.table.replace(/"Tuesday","[\d,]+"/u, '"Tuesday","[z]"');
  const { problems } = pooled([{ ...faces, table }], attacked.truth);
  expect(problems.join('\n')).toContain('said to have no figures by day');
});

test('a number that stands beside the wrong name in a table, a chart or the data is found', async () => {
  const faces = await answerTo('flows destination:Lowstoft by:district');
  const swap = (text: string, quote: string): string =>
    text
      .replaceAll(`${quote}Elsewhere in Southfen"`, `${quote}#"`)
      .replaceAll(`${quote}Kelmarsh"`, `${quote}Elsewhere in Southfen"`)
      .replaceAll(`${quote}#"`, `${quote}Kelmarsh"`);
  const json = faces.json
    .replace('"end":{"code":"elsewhere:R3"', '"end":{"code":"#"')
    .replace('"end":{"code":"D11"', '"end":{"code":"elsewhere:R3"')
    .replace('"end":{"code":"#"', '"end":{"code":"D11"');
  for (const change of [
    { table: swap(faces.table, '"') },
    { spec: swap(faces.spec, '"text":"') },
    { json },
  ]) {
    const { problems } = pooled([{ ...faces, ...change }], attacked.truth);
    expect(problems.join('\n'), Object.keys(change).join()).toContain('said');
  }
});
