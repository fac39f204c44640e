import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { AccessConfig } from '#src/access/access-config.ts';
import { layState } from '#test/support/lay-state.ts';
import { makeTinyRelease } from '#test/support/make-tiny-release.ts';
import type { FakeSlack } from '#test/support/slack/start-fake-slack.ts';

/** The program of `npm start`, at work. `said`: what it printed. */
export type Program = {
  readonly url: string | undefined;
  readonly said: () => string;
  /** Its exit code, null where it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
};

const project = join(import.meta.dirname, '../../..');
const main = join(project, 'src/main.ts');
const withinMs = 120_000;

/** Makes a home with a small release that answers, and a configuration. */
export async function makeHome(
  folder: string,
  access: AccessConfig,
  { synthetic = false } = {},
): Promise<void> {
  await layState(join(folder, 'home'));
  const releases = join(folder, 'home/releases');
  await mkdir(releases, { recursive: true });
  await makeTinyRelease(releases, { release: { synthetic } });
  await writeFile(join(releases, 'current.json'), JSON.stringify({ file: 'tiny.duckdb' }));
  const ours = await readFile(join(project, 'mobility.config.yml'), 'utf8');
  const { method } = z.object({ method: z.unknown() }).parse(parse(ours));
  await writeFile(join(folder, 'config.yml'), stringify({ method, access }));
}

/** Starts the program as `npm start` does, in a home that `makeHome` made; resolves once it says that it runs. */
export async function startProgram(
  folder: string,
  fake: FakeSlack,
  mode: 'http' | 'socket',
): Promise<Program> {
  const program = await startWith(folder, {
    SLACK_BOT_TOKEN: fake.botToken,
    SLACK_API_URL: fake.apiUrl,
    ...(mode === 'http'
      ? { SLACK_SIGNING_SECRET: fake.signingSecret, HOST: '127.0.0.1', PORT: '0' }
      : { SLACK_APP_TOKEN: fake.appToken }),
  });
  if (program.url !== undefined) fake.connectHttp(`${program.url}/slack/events`);
  return program;
}

/** Starts it with no more of an environment than is given. */
export async function startWith(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Program> {
  const child = spawn(process.execPath, [main, 'start'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      MOBILITY_HOME: join(folder, 'home'),
      MOBILITY_CONFIG: join(folder, 'config.yml'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const { promise: running, resolve, reject } = Promise.withResolvers<string | undefined>();
  const late = setTimeout(() => reject(new Error(`it did not start: ${said}`)), withinMs);
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    const found = /in Socket Mode\.|(?<url>http:\/\/127\.0\.0\.1:\d+)/u.exec(said);
    if (found !== null) resolve(found.groups?.['url']);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exited = once(child, 'exit');
  void exited.then(() => reject(new Error(`it ended: ${said}`)));
  try {
    const url = await running;
    return {
      url,
      said: () => said,
      end: async (signal) => {
        child.kill(signal);
        await exited;
        return child.exitCode;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(late);
  }
}
