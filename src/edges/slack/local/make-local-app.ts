import type { Office } from '#src/incoming.ts';
import type { Clock } from '#src/state/store.ts';
import { makeApp } from '../app/make-app.ts';
import { makeTell } from '../app/tell.ts';
import { localIdentity, makeLocalReceiver, type LocalReceiver } from './local-receiver.ts';
import type { Workspace } from './workspace.ts';

/** `report`: takes a fault to the operator and returns its reference. */
type LocalAppParts = {
  readonly office: Office;
  readonly report: (fault: unknown) => string;
  readonly clock: Clock;
};

/** The same app as in Slack, in a workspace of this process. What is returned is what people do there. */
export function makeLocalApp(
  workspace: Workspace,
  { office, report, clock }: LocalAppParts,
): LocalReceiver {
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
  return receiver;
}
