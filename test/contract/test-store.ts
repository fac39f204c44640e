import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '#src/edges/store/database.ts';
import { testAtOnce } from './store/at-once.ts';
import { testContents } from './store/contents.ts';
import { testFiles } from './store/files.ts';
import { testInboxAndAnswers } from './store/inbox-and-answers.ts';
import { testOutbox } from './store/outbox.ts';
import { testPosted } from './store/posted.ts';
import { testProposals } from './store/proposals.ts';
import { testReleases } from './store/releases.ts';
import { testWholeChanges } from './store/whole-changes.ts';

/** A kind of database under the store. `isMissing`: it is not installed here. `open` gives one that may hold anything: each test empties it. */
export type Engine = {
  readonly name: string;
  readonly isMissing: boolean;
  readonly open: () => Promise<{
    readonly database: Database;
    readonly close: () => Promise<void>;
  }>;
};

/** What every store promises. */
export function testStore({ name, isMissing, open }: Engine): void {
  describe.skipIf(isMissing)(`the store ${name}`, () => {
    let opened: Awaited<ReturnType<Engine['open']>>;
    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(() => opened.close());

    const world = { database: () => opened.database };
    testWholeChanges(world);
    testInboxAndAnswers(world);
    testOutbox(world);
    testFiles(world);
    testContents(world);
    testPosted(world);
    testProposals(world);
    testReleases(world);
    testAtOnce(world);
  });
}
