import { createHash, createHmac } from 'node:crypto';
import { makeLiveRelease } from '#src/bot/live-release.ts';
import { makeShowBoard } from '#src/bot/playground/show-board.ts';
import { runOffice, usualPace } from '#src/bot/run-office.ts';
import { makeApp } from '#src/edges/slack/app/make-app.ts';
import { makeTell } from '#src/edges/slack/app/tell.ts';
import { localIdentity, makeLocalReceiver } from '#src/edges/slack/local/local-receiver.ts';
import { makeLocalSlack } from '#src/edges/slack/local/make-local-slack.ts';
import { servePage } from '#src/edges/slack/local/page/serve-page.ts';
import { foundTown } from '#src/edges/slack/local/town.ts';
import { makeWorkspace } from '#src/edges/slack/local/workspace.ts';
import { openScratch } from '#src/edges/store/open-scratch.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import type { Served } from '#src/http/serve.ts';
import type { Slack } from '#src/slack-port.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';
import { tiers } from './open-playground.ts';

/** The page at work where something can be made to happen. `reports`: what the operator was told. */
export type Eventful = Served & {
  readonly reports: readonly unknown[];
  /** A newer release goes live. */
  renew(): void;
  /** The next answer is not posted, and nobody hears that it was not. */
  loseNextAnswer(): void;
};

const clock = () => new Date();

/** Opens it. Stop it. */
export async function openEventful(): Promise<Eventful> {
  const older = await makeTinyEdges();
  const newer = await makeTinyEdges({ release: { releaseId: 'tiny-2' }, weeks: 73 });
  let live = older;
  const release = makeLiveRelease({
    name: () => Promise.resolve(live.edges.desk.warehouse.release.releaseId),
    // They are closed in the end.
    open: () =>
      Promise.resolve({
        edges: live.edges,
        warehouse: { ...live.edges.desk.warehouse, close: () => Promise.resolve() },
      }),
    pause: () => Promise.resolve(),
    lingerMs: 0,
  });
  await release.look();
  const reports: unknown[] = [];
  const report = (fault: unknown): string => {
    reports.push(fault);
    return '7F3A';
  };
  const { access, ...town } = foundTown(tiers);
  const workspace = makeWorkspace({ ...town, access }, clock);
  const { slack, loseNextAnswer } = makeForgetful(makeLocalSlack(workspace));
  const scratch = await openScratch();
  const store = await openStore(scratch.place, clock);
  const office = runOffice(
    {
      store,
      slack,
      release,
      access,
      clock,
      report,
      mac: (text) => createHmac('sha256', 'a key of the test').update(text).digest('hex'),
      hash: (text) => createHash('sha256').update(text).digest('hex'),
    },
    report,
    { ...usualPace, idleMs: 150, apartMs: 20, lookMs: 50, offerMs: 20 },
  );
  const receiver = makeLocalReceiver(workspace);
  makeApp({
    receiver,
    identity: localIdentity,
    office,
    tell: makeTell(report, clock),
    fetch: () => Promise.reject(new Error('the local page reaches nobody')),
    mostTakes: 200,
    formMs: 2400,
  });
  const board = makeShowBoard({ release, slack, access });
  const vocabulary = () => release.current()?.desk.vocabulary;
  const page = await servePage({ workspace, receiver, board, vocabulary, report }, 0);
  return {
    url: page.url,
    reports,
    renew: () => {
      live = newer;
    },
    loseNextAnswer,
    stop: async () => {
      await page.stop();
      await office.stop();
      await store.close();
      await scratch.remove();
      await older.close();
      await newer.close();
    },
  };
}

/** A Slack that loses an answer when it is told to, as a line that breaks while it is posted would. */
function makeForgetful(slack: Slack): Pick<Eventful, 'loseNextAnswer'> & { readonly slack: Slack } {
  let isLosing = false;
  return {
    loseNextAnswer: () => {
      isLosing = true;
    },
    slack: {
      ...slack,
      post: async (to, post, thread) => {
        if (!isLosing || post.kind !== 'answer') return slack.post(to, post, thread);
        isLosing = false;
        return { kind: 'unknown', reason: 'timeout' };
      },
    },
  };
}
