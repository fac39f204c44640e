import { Fault } from '#src/fault.ts';
import { fillManifest } from './fill-manifest.ts';
import { manifestUsage, readManifestArguments } from './read-manifest-arguments.ts';
import { readManifest, readManifestText } from './read-manifest.ts';

/** `npm run manifest`. Prints the manifest of the Slack app; returns the exit code. */
export async function runManifest(
  argv: readonly string[],
  { projectFolder }: { readonly projectFolder: string },
): Promise<number> {
  const task = readManifestArguments(argv);
  switch (task.kind) {
    case 'help':
      return print(`${manifestUsage}\n`);
    case 'misunderstood':
      return complain(`${task.message}, such as: npm run manifest -- --url ${example}`);
    case 'print':
      try {
        const text = await readManifestText(projectFolder);
        readManifest(text);
        return print(fillManifest(text, task.reach));
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return complain(`${error.message}.`);
      }
    default:
      return task satisfies never;
  }
}

const example = 'https://mobility.example.gov.uk';

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
