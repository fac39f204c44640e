import type { Fate } from './fake-slack.ts';
import type { Strike } from './orders.ts';

/** The boundary at which a post has arrived in Slack and is not answered: the process that sent it is killed from there. */
export const arrival = 'post, arrived';

/** A way that a message can go. `first`: what befalls one worker, so that another one takes over. */
export type Scenario = {
  readonly name: string;
  readonly fate: Fate;
  readonly first: Pick<Strike, 'boundary' | 'blow'> | undefined;
};

export const scenarios: readonly Scenario[] = [
  { name: 'posted', fate: 'posted', first: undefined },
  { name: 'busy', fate: 'busy', first: undefined },
  { name: 'refused', fate: 'refused', first: undefined },
  { name: 'late', fate: 'late', first: undefined },
  { name: 'lost', fate: 'lost', first: undefined },
  { name: 'not permitted', fate: 'notPermitted', first: undefined },
  { name: 'late file', fate: 'lateFile', first: undefined },
  { name: 'stuck file', fate: 'stuckFile', first: undefined },
  {
    name: 'dead with a file',
    fate: 'posted',
    first: { boundary: 'upload, after', blow: 'SIGKILL' },
  },
  {
    name: 'slow to upload',
    fate: 'posted',
    first: { boundary: 'upload, before', blow: 'SIGSTOP' },
  },
  { name: 'dead after the post', fate: 'posted', first: { boundary: arrival, blow: 'SIGKILL' } },
  {
    name: 'dead before the post',
    fate: 'posted',
    first: { boundary: 'begin: COMMIT, after', blow: 'SIGKILL' },
  },
  {
    name: 'slow to begin',
    fate: 'posted',
    first: { boundary: 'begin: COMMIT, after', blow: 'SIGSTOP' },
  },
];
