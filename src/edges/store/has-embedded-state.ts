import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether an embedded state was ever made under `home`. */
export const hasEmbeddedState = (home: string): boolean =>
  existsSync(join(home, 'state', 'postgres'));
