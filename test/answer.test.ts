import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, type Edges, type Outcome } from '#src/answer.ts';
import { Fault } from '#src/fault.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';

let edges: Edges;
let close = () => Promise.resolve();

beforeAll(async () => {
  ({ edges, close } = await makeTinyEdges());
});
afterAll(() => close());

type Answered = Extract<Outcome, { kind: 'answered' }>;

async function answered(text: string, using = edges): Promise<Answered> {
  const outcome = await answer(text, using);
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  return outcome;
}

test('a question is answered with words, a table and a picture from one finding', async () => {
  const { reply, picture, echo } = await answered('region:"North Arden" since:lift-date');
  expect(echo).toContain('26 January 2022, when the work from home guidance ended');
  expect(reply.sentences[0]?.text).toMatch(/^Trips in North Arden /u);
  expect(reply.table.rows).toHaveLength(
    reply.finding.kind === 'trend' ? reply.finding.weeks.length : -1,
  );
  expect(picture?.widthPx).toBe(1600);
});

test('each place takes its own date of an event', async () => {
  const south = await answered('region:Cedarham since:lift-date');
  expect(south.echo).toContain('2 February 2022');
});

test.each(['help', 'status', 'events', 'events region:Alderton'])(
  '%s is answered without a picture',
  async (text) => {
    const { reply, picture } = await answered(text);
    expect(reply.sentences.length).toBeGreaterThan(0);
    expect(reply.table.rows.length).toBeGreaterThan(0);
    expect(picture).toBeUndefined();
  },
);

test('every example that help gives is answered', async () => {
  const { reply } = await answered('help');
  if (reply.finding.kind !== 'help') throw new Error(reply.finding.kind);
  expect(reply.finding.examples.length).toBeGreaterThan(1);
  for (const example of reply.finding.examples)
    expect((await answer(example, edges)).kind, example).toBe('answered');
});

/** Every number of a chart's data that counts trips. */
function tripsInSpec(value: unknown, key = ''): number[] {
  if (Array.isArray(value)) return value.flatMap((item) => tripsInSpec(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => tripsInSpec(item, name));
  }
  return typeof value === 'number' && /^(trips|low|high)$/u.test(key) ? [value] : [];
}

test('no count from 1 to 9 is in a finding, a table, a chart or a sentence', async () => {
  const places = edges.desk.vocabulary.areas.map(({ name }) => name);
  const days = ['2021-03-15', '2021-09-20', 'lift-date', 'wfh-date'];
  const ask = fc.record({
    place: fc.constantFrom(...places),
    since: fc.option(fc.constantFrom(...days)),
    mode: fc.option(fc.constantFrom('bus', 'rail')),
  });
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(ask, async ({ place, since, mode }) => {
      const text = `region:"${place}" ${since === null ? '' : `since:${since}`} ${mode === null ? '' : `mode:${mode}`}`;
      const outcome = await answer(text, {
        ...edges,
        render: () => Promise.reject(new Error('not drawn here')),
      });
      if (outcome.kind !== 'answered' || outcome.reply.finding.kind !== 'trend') return;
      const { finding, table, chart, sentences } = outcome.reply;
      const cells = finding.weeks.flatMap(({ trips }) =>
        trips.kind === 'published' ? [trips.value] : [],
      );
      seen += cells.length;
      expect(cells.filter((value) => value > 0 && value < 10)).toEqual([]);
      expect(table.rows.filter(([, trips]) => /^[1-9]$/u.test(trips ?? ''))).toEqual([]);
      expect(sentences.filter(({ text: said }) => /\b[1-9] trips\b/u.test(said))).toEqual([]);
      const drawn = tripsInSpec(chart?.spec['datasets']);
      expect(drawn.length).toBeGreaterThan(cells.length - 1);
      expect(drawn.filter((value) => value > 0 && value < 10)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(1000);
});

test('a picture that cannot be drawn costs the picture, not the answer', async () => {
  const broken: Edges = {
    ...edges,
    render: () => Promise.reject(new Fault('RenderFault', 'blank', 'nothing was drawn')),
  };
  const { picture, lostPicture, reply } = await answered('region:Alderton', broken);
  expect(picture).toBeUndefined();
  expect(lostPicture).toBe('7F3A');
  expect(reply.sentences.length).toBeGreaterThan(0);
});

test('a warehouse that is gone is a fault with a reference, never a throw', async () => {
  const gone = await makeTinyEdges();
  await gone.close();
  const outcome = await answer('region:Alderton', gone.edges);
  expect(outcome).toMatchObject({ kind: 'fault', reference: '7F3A' });
  expect(gone.faults).toHaveLength(1);
});

test('twenty questions at once are answered as one by one', async () => {
  const texts = edges.desk.vocabulary.areas.flatMap(({ name }) => [
    `region:"${name}" since:wfh-date`,
    `region:"${name}"`,
  ]);
  const alone: string[] = [];
  for (const text of texts) alone.push(JSON.stringify((await answered(text)).reply.finding));
  const together = await Promise.all(
    texts.map(async (text) => JSON.stringify((await answered(text)).reply.finding)),
  );
  expect(together).toEqual(alone);
});

const weeksOf = async (text: string) => {
  const { finding } = (await answered(text)).reply;
  if (finding.kind !== 'trend') throw new Error(finding.kind);
  return finding.weeks;
};

test('a mode is a part of the whole, and an end ends the weeks', async () => {
  const total = async (text: string) =>
    (await weeksOf(text)).reduce(
      (sum, { trips }) => sum + (trips.kind === 'published' ? trips.value : 0),
      0,
    );
  const [all, bus, rail] = await Promise.all(
    ['', ' mode:bus', ' mode:rail'].map((mode) => total(`region:Arden${mode}`)),
  );
  expect(bus).toBeLessThan(all ?? 0);
  expect(Math.abs((bus ?? 0) + (rail ?? 0) - (all ?? 0))).toBeLessThan(0.001 * (all ?? 0));
  expect((await weeksOf('region:Arden until:2021-12-08')).at(-1)?.week).toBe('2021-11-29');
});

test('an end before the first whole week is refused, with the day that would do', async () => {
  const outcome = await answer('region:Arden until:2021-01-07', edges);
  expect(outcome).toMatchObject({
    kind: 'refused',
    refusal: { message: 'We count whole weeks, and the first one ends on 10 January 2021.' },
  });
});

test('a day that has a name is the same question as its name', async () => {
  const [named, dated] = await Promise.all(
    ['wfh-date', '2021-12-13'].map((since) => answered(`region:Arden since:${since}`)),
  );
  expect(dated?.reply.finding).toEqual(named?.reply.finding);
});

test('"elsewhere" is not a place to ask about', () => {
  expect(edges.desk.vocabulary.areas.map(({ level }) => level)).not.toContain('elsewhere');
});
