import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { incoming, type Incoming } from '#src/incoming.ts';

/** A delivery, when it arrived, and how many programs have had it, each but the last of which was killed. */
const kept = z.strictObject({
  delivered: incoming,
  arrivedAt: z.iso.datetime(),
  programs: z.int().positive(),
});
export type KeptDelivery = Readonly<z.output<typeof kept>>;

/** Deliveries in hand, as files. What a file system refuses is thrown as it comes. */
export type Deliveries = {
  /** At once, and without waiting for the disk: a killed program leaves it, a machine that goes down may not. */
  keep(delivery: KeptDelivery): void;
  forget(delivered: Incoming): Promise<void>;
  /** All that are kept, oldest first. What was not written whole is removed: it was not acknowledged. */
  list(): Promise<readonly KeptDelivery[]>;
};

/** Keeps deliveries in `folder`, which is made private: they hold what people typed, and addresses at which they can be answered. */
export function openDeliveries(folder: string): Deliveries {
  const folderOptions = { recursive: true, mode: 0o700 };
  const fileOf = ({ key }: Incoming): string =>
    join(folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  const read = async (file: string): Promise<readonly KeptDelivery[]> => {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    // Another program has worked it off.
    if (text === undefined) return [];
    const delivery = parse(text);
    if (delivery === undefined) await rm(file, { force: true });
    return delivery === undefined ? [] : [delivery];
  };
  return {
    keep: (delivery) => {
      mkdirSync(folder, folderOptions);
      writeFileSync(fileOf(delivery.delivered), JSON.stringify(delivery), { mode: 0o600 });
    },
    forget: (delivered) => rm(fileOf(delivered), { force: true }),
    list: async () => {
      await mkdir(folder, folderOptions);
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      const all = await Promise.all(names.map((name) => read(join(folder, name))));
      return all.flat().toSorted((a, b) => a.arrivedAt.localeCompare(b.arrivedAt));
    },
  };
}

function parse(text: string): KeptDelivery | undefined {
  try {
    return kept.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
