import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';

const names = z.array(z.string()).readonly();

const manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    slash_commands: z
      .array(z.object({ command: z.string(), should_escape: z.boolean() }))
      .readonly(),
    shortcuts: z.array(z.object({ callback_id: z.string(), type: z.string() })).readonly(),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: names }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: names }) }),
});

/** `manifest.yml`, as far as the program relies on it. */
export type Manifest = Readonly<z.output<typeof manifest>>;

/** The text of the manifest. Throws `ConfigFault`. */
export async function readManifestText(projectFolder: string): Promise<string> {
  try {
    return await readFile(join(projectFolder, 'manifest.yml'), 'utf8');
  } catch (cause) {
    throw new Fault('ConfigFault', 'noManifest', 'manifest.yml is missing beside package.json', {
      cause,
    });
  }
}

/** Reads the manifest. Throws a `ConfigFault` that names the first wrong setting. */
export function readManifest(text: string): Manifest {
  const read = manifest.safeParse(parseYaml(text));
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join('.') || 'it';
  throw new Fault('ConfigFault', 'badManifest', `manifest.yml: ${place} is not as it should be`);
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Fault('ConfigFault', 'badManifest', 'manifest.yml is not YAML', { cause });
  }
}

/** The scopes the bot token needs: all of them, and no other. */
export const wantedScopes = (read: Manifest): readonly string[] => read.oauth_config.scopes.bot;
