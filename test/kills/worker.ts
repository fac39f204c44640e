import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '#src/fault.ts';
import { openStore } from '#src/edges/store/open-store.ts';
import { deliverAll } from '#src/state/deliver-all.ts';
import { usualPatience } from '#src/state/delivery-patience.ts';
import { leaseMs, type Order, type Post, type Report } from './orders.ts';
import { makeSlackSender } from './slack-sender.ts';
import { courses, watchStatements } from './statements.ts';
import { makeStrikes } from './strikes.ts';

// One replica of the program, as far as its outbox goes: it accepts deliveries, puts a message for each, and delivers what is due. Started by crew.ts.

const post = JSON.parse(process.env['KILLS_POST'] ?? '') as Post;
const audit = { actor: { kind: 'program', name: 'replica' } } as const;
const say = (report: Report): void => void process.send?.(report);
const strikes = makeStrikes((boundary) => say({ kind: 'seen', boundary }));
const clock = () => new Date();

const store = await openStore(
  { home: post.home, databaseUrl: post.databaseUrl, auditKeyFile: post.auditKeyFile },
  clock,
);
watchStatements(strikes.reach);

/** A delivery is accepted together with its message, or not at all. */
async function accept(key: string): Promise<void> {
  await store.change(async ({ inbox, outbox }) => {
    if (!(await inbox.accept(key, audit))) return;
    const message = { kind: 'answer', channel: 'C1', owner: 'U1', body: {}, due: clock() } as const;
    await outbox.put({ ...message, key: `answer:${key}` }, audit);
  });
}

async function offer({ run, deliveries, strikes: ordered }: Extract<Order, { kind: 'offer' }>) {
  const isClaim = ({ boundary }: { readonly boundary: string }) => boundary.startsWith('claim');
  // A claim with nothing to claim would take the blow before there is anything to lose.
  strikes.arm(ordered.filter((strike) => !isClaim(strike)));
  for (const key of deliveries)
    await courses.run({ step: 'accept', next: 'accept', counts: new Map() }, () => accept(key));
  strikes.arm(ordered);
  say({ kind: 'offered', run });
}

function work(): Promise<void> {
  const course = { step: 'claim', next: 'claim', counts: new Map<string, number>() };
  return courses.run(course, () =>
    deliverAll(
      {
        store,
        sender: makeSlackSender({
          url: post.slackUrl,
          reach: strikes.reach,
          drop: (key, file) => store.change(({ outbox }) => outbox.dropFile(key, file, audit)),
        }),
        clock,
        pause: (durationMs) => sleep(durationMs),
        leaseMs,
        patience: usualPatience,
      },
      {
        signal: new AbortController().signal,
        idleMs: 40,
        report: (outcome) => {
          course.next = 'claim';
          if (outcome.kind === 'fault') throw outcome.fault;
        },
      },
    ),
  );
}

process.on('message', (order: Order) => {
  if (order.kind === 'work') void work();
  else if (order.kind === 'offer') void offer(order);
  else strikes.arm([]);
});
process.on('disconnect', () => process.exit(0));
process.on('unhandledRejection', (error) => {
  const said = error instanceof Fault ? `${error.code}: ${String(error.cause)}` : String(error);
  process.stderr.write(`${said.slice(0, 500)}\n`);
  process.exit(1);
});
say({ kind: 'ready' });
