import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { queries } from '#queries/index.ts';
import { makeLiveRelease, type LiveRelease } from '#src/bot/live-release.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { bigQueryReleases } from '#src/edges/warehouse/bigquery-releases.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import {
  authOf,
  statusRow,
  type ReleaseDouble,
} from '#test/support/bigquery/open-release-double.ts';
import { useReleaseDouble } from '#test/support/bigquery/use-release-double.ts';
import { settings } from '#test/support/trend-input.ts';
import { rest } from './after.ts';
import { openScene, type Scene, type SceneOptions } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { wordsOf } from './read-message.ts';
import { seat } from './seat.ts';
import { waitFor } from './wait-for.ts';

const project = join(import.meta.dirname, '../..');
const sqlFolder = join(project, 'queries');
const render = makeRenderer({ fontsFolder: join(project, 'assets/fonts') });
const question = 'region:Alderton show:table';

whereInstalled('the bot whose releases lie in BigQuery', () => {
  const { open } = useReleaseDouble();
  let scene: Scene | undefined;
  afterEach(() => scene?.close());

  const set = async (options: SceneOptions = {}): Promise<ReleaseDouble & { scene: Scene }> => {
    const made = await open();
    const parts = { release: await watch(made), ...options.parts };
    scene = await openScene({ pace: { lookMs: 50 }, ...options, parts });
    return { ...made, scene };
  };
  /** Asks, in a channel of its own unless one is given. `words`: what the channel or the asker alone then saw. */
  const ask = async (scene: Scene, place = seat(scene)) => {
    const { fake } = scene;
    const before = { messages: fake.messages().length, told: fake.ephemerals().length };
    const came = () => [
      ...fake.messages().slice(before.messages),
      ...fake.ephemerals().slice(before.told),
    ];
    await fake.command({ ...place, text: question });
    await waitFor(() => (came().length > 0 ? true : undefined), 20_000);
    await rest(scene);
    return { place, words: came().flatMap(wordsOf).join(' ') };
  };

  test('answers in Slack, and says on the receipt and in the audit which job it was and what it cost', async () => {
    const { scene, double } = await set();
    const { words } = await ask(scene);
    expect(words).toMatch(/query [a-z-]+ [0-9a-f]{12}, job [0-9a-f]{8}, \d\d MB billed/u);
    const given = (await readAudit(scene)).find(({ action }) => action === 'answer.given');
    const ids = new Set(double.jobs().map(({ id }) => id));
    expect(given?.jobs?.length).toBeGreaterThan(0);
    for (const { id, bytesBilled } of given?.jobs ?? []) {
      expect(ids).toContain(id);
      expect(bytesBilled).toBeGreaterThan(0);
    }
  });

  test('a channel that has used its day is told so, and another one is answered', async () => {
    const { scene } = await set({ parts: { channelBytes: 1 } });
    const { place } = await ask(scene);
    expect((await ask(scene, place)).words).toContain(
      "Today's allowance for reading the data is used up in this channel. Ask again tomorrow.",
    );
    expect((await ask(scene)).words).toContain('Alderton');
  });

  test('takes up a release that goes live, and answers nothing once it is withdrawn', async () => {
    const { scene, double } = await set();
    const status = 'mobility_protected.data_status';
    double.setRows(status, [statusRow(7, 0), statusRow(0, 1)]);
    await waitFor(() => (scene.parts.release.current() === undefined ? true : undefined));
    const { words } = await ask(scene);
    expect(words).toContain('No release of the data is live at present');
    double.setRows(status, [statusRow(7, 2), statusRow(0, 1)]);
    await waitFor(() => scene.parts.release.current());
    expect((await ask(scene)).words).toContain('Alderton');
  });

  test('what BigQuery refuses is told in a sentence of its own, with a reference', async () => {
    const { scene, double } = await set();
    double.expire('token-b');
    expect((await ask(scene)).words).toContain(
      'My sign-in to the data is no longer taken. Please give the reference 7F3A',
    );
    expect(JSON.stringify(scene.reports)).not.toContain('token-b');
  });
});

/** The release that is live in a double, watched as the program does. */
async function watch({ place }: ReleaseDouble): Promise<LiveRelease> {
  const releases = bigQueryReleases({ place, queries, sqlFolder, auth: authOf() });
  const deadlineMs = 20_000;
  const release = makeLiveRelease({
    name: async () => {
      const current = await releases.current();
      return current.kind === 'live' ? current.name : undefined;
    },
    open: async () => {
      const warehouse = await releases.open('7');
      const vocabulary = await readVocabulary(warehouse, { deadlineMs });
      const desk = { warehouse, vocabulary, settings, deadlineMs };
      return { warehouse, edges: { desk, render, report: () => '7F3A' } };
    },
    pause: () => Promise.resolve(),
    lingerMs: 0,
  });
  await release.look();
  return release;
}
