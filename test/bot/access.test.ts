import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#src/access/access-config.ts';
import {
  aloneBy,
  flags,
  questions,
  seatRow,
  tiers,
  type FlagName,
  type QuestionName,
  type Row,
  type TierName,
} from './access-scene.ts';
import { rest } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { waitFor } from './wait-for.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({
    pace: { workers: 6, mostWaiting: { all: 1000, ofPerson: 1000, inChannel: 1000 } },
  });
  for (const [name, { tier }] of Object.entries(tiers)) scene.access.tiers[name] = tier;
});
afterAll(() => scene.close());

// Keys of objects that are written out in full, so `as`.
const tierNames = [...(Object.keys(tiers) as TierName[]), undefined];
const flagNames = Object.keys(flags) as FlagName[];
const questionNames = Object.keys(questions) as QuestionName[];
const roles: readonly (Role | undefined)[] = ['official', 'analyst', 'approver', undefined];
const kinds = ['public', 'private', 'direct', 'group'] as const;

/** What Slack itself would not let happen in a direct message, or says nothing of. */
const isPossible = ({ kind, flag }: Row): boolean =>
  kind !== 'direct' || flag === 'nothing' || flag === 'guestAsks' || flag === 'strangerAsks';

const refusedEverywhere: readonly FlagName[] = [
  'shared',
  'shareOffered',
  'acrossWorkspaces',
  'archived',
  'frozen',
  'botMissing',
  'stranger',
  'strangerAsks',
];

/** Written anew, and not as the program does it: whether the row is to be answered. */
function isAnswered({ kind, tier, role, flag, question }: Row): boolean {
  const name = { public: tier, private: tier, direct: role && aloneBy[role], group: undefined }[
    kind
  ];
  if (name === undefined || refusedEverywhere.includes(flag)) return false;
  if (flag !== 'nothing' && name !== 'guests') return false;
  const allowed: readonly string[] = tiers[name].allows;
  return allowed.includes(question);
}

/** Asks all rows, many at once, and gives those where what happened is not what the oracle says. */
async function findWrong(rows: readonly Row[]): Promise<readonly unknown[]> {
  const { fake, access } = scene;
  const atOnce = 20;
  const wrong: unknown[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    for (const id of Object.keys(access.channels)) delete access.channels[id];
    const seated = rows.slice(from, from + atOnce).map((row) => ({ row, at: seatRow(scene, row) }));
    for (const role of ['official', 'analyst', 'approver'] as const) {
      const holders = seated.filter(({ row }) => row.role === role).map(({ at }) => at.user);
      const group = fake.addUserGroup({ users: holders }).id;
      const alone = aloneBy[role];
      access.roles[role] = alone === undefined ? { group } : { group, alone };
    }
    const delivered = await Promise.all(
      seated.map(({ at, row }) => fake.command({ ...at, text: questions[row.question] })),
    );
    expect(delivered.flatMap(({ complaints }) => complaints)).toEqual([]);
    const hasCome = ({ at }: (typeof seated)[number]) =>
      fake.messages(at.channel).length + fake.ephemerals(at.user).length > 0;
    // Where something never comes, it is found wrong below.
    await waitFor(() => seated.every(hasCome) || undefined, 30_000).catch(() => undefined);
    await rest(scene);
    for (const { row, at } of seated) {
      const answers = fake.messages(at.channel).length;
      const told = fake.ephemerals(at.user).length;
      const isRight = isAnswered(row) ? answers === 1 && told === 0 : answers === 0 && told === 1;
      if (!isRight) wrong.push({ ...row, answers, told });
    }
  }
  return wrong;
}

test('whether a question is answered goes by channel, tier, and what is about the channel and who asks', async () => {
  const rows = kinds
    .flatMap((kind) => tierNames.map((tier) => ({ kind, tier })))
    .flatMap((one) => flagNames.map((flag) => ({ ...one, flag })))
    .map((one): Row => ({ ...one, role: 'analyst', question: 'byMode' }))
    .filter(isPossible);
  expect(rows.filter(isAnswered).length).toBeGreaterThan(10);
  expect(await findWrong(rows)).toEqual([]);
}, 240_000);

test('whether a question is answered goes by what it asks and, in a direct message, by the role of who asks', async () => {
  const rows = kinds
    .flatMap((kind) => tierNames.map((tier) => ({ kind, tier })))
    .flatMap((one) => roles.map((role) => ({ ...one, role })))
    .flatMap((one) => questionNames.map((question): Row => ({ ...one, question, flag: 'nothing' })))
    .filter(({ kind, tier, role }) => kind === 'direct' || tier !== undefined || role === undefined)
    .filter(({ kind, role }) => kind === 'direct' || role === undefined || role === 'analyst');
  expect(rows.filter(isAnswered).length).toBeGreaterThan(60);
  expect(await findWrong(rows)).toEqual([]);
}, 240_000);

test('all of it is recorded, and nothing went wrong on the way', async () => {
  const refused = await readAudit(scene, 'answer.refused');
  const given = await readAudit(scene, 'answer.given');
  expect(refused.length).toBe(scene.fake.ephemerals().length);
  expect(given.length).toBe(scene.fake.messages().length);
  expect(refused.filter(({ decision, reason }) => decision !== 'notPermitted' || !reason)).toEqual(
    [],
  );
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(
    new Set(
      `group archived frozen shared shareOffered acrossWorkspaces strangers stranger guests guestAsker
        notMember noTier noRole command areas level modes`.split(/\s+/u),
    ),
  );
  expect(scene.reports).toEqual([]);
  expect(scene.fake.orphans()).toEqual([]);
});
