import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { ReplicaPost } from './replica-post.ts';

/** A bot in a process of its own. `kill`: as a power cut would; `stop`: as an operator would, and its exit code. */
export type Replica = {
  readonly url: string;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
};

const file = new URL('./replica.ts', import.meta.url);
const running = z.object({ url: z.string() });

/** Starts a replica; resolves when it takes deliveries. */
export async function startReplica(post: ReplicaPost): Promise<Replica> {
  const child = fork(file, {
    env: { ...process.env, REPLICA_POST: JSON.stringify(post) },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2000);
  });
  const exited = once(child, 'exit');
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  child.once('message', (message) => resolve(running.parse(message).url));
  void exited.then(() => reject(new Error(`the replica ended: ${said}`)));
  url.catch(() => undefined);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    url: await url,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
