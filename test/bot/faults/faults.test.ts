import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene } from '../open-scene.ts';
import { casesOf } from './fault-case.ts';
import { faultGroups } from './fault-groups.ts';
import { runCase } from './run-case.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({
    client: { deadlineMs: 4500 },
    pace: {
      sweepMs: 200,
      patience: {
        answer: { firstMs: 50, mostMs: 200, mostAttempts: 4 },
        digest: { firstMs: 50, mostMs: 200, mostAttempts: 4 },
        notice: { firstMs: 50, mostMs: 200, mostAttempts: 20 },
      },
    },
  });
});
afterAll(() => scene.close());

describe.each(faultGroups)('$step', (group) => {
  test.each(casesOf(group))('$fault × $times', async (one) => {
    expect(await runCase(scene, one)).toEqual({ sees: one.sees, answers: one.sees.posted === undefined ? 0 : 1, orphans: 0 });
  });
});
