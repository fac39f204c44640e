import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '#src/fault.ts';
import { incoming, type Incoming } from '#src/incoming.ts';

/** A delivery in a file. `programs`: how many have had it, this one among them. */
export type KeptDelivery = {
  readonly file: string;
  readonly delivered: Incoming;
  readonly arrivedAt: Date;
  readonly programs: number;
};

/** Its file's name says when it arrived and how many programs have had it, so that neither is ever written anew. `name`: of letters and digits. */
export const fileName = (
  { arrivedAt, programs }: Pick<KeptDelivery, 'arrivedAt' | 'programs'>,
  name: string,
): string => `${arrivedAt.getTime()}-${programs}-${name}.json`;

const shape = /^(?<at>\d{1,15})-(?<programs>\d{1,3})-[0-9a-f]{64}\.json$/u;

/** The deliveries in a folder, in no order. What was not written whole has another name: it was not acknowledged. What cannot be read is reported, and stays. */
export async function readKept(
  folder: string,
  report: (fault: unknown) => unknown,
): Promise<readonly KeptDelivery[]> {
  const names = (await readdir(folder)).flatMap((name) => {
    const { at, programs } = shape.exec(name)?.groups ?? {};
    return at === undefined || programs === undefined
      ? []
      : [{ name, arrivedAt: new Date(Number(at)), programs: Number(programs) }];
  });
  const all = await Promise.all(
    names.map(async ({ name, ...about }): Promise<readonly KeptDelivery[]> => {
      const file = join(folder, name);
      try {
        return [
          { file, ...about, delivered: incoming.parse(JSON.parse(await readFile(file, 'utf8'))) },
        ];
      } catch (cause) {
        report(unreadable(cause));
        return [];
      }
    }),
  );
  return all.flat();
}

/** The cause names what is wrong with it, which may be what somebody typed. */
const unreadable = (cause: unknown): Fault =>
  new Fault(
    'StoreFault',
    'unreadable',
    `a delivery that another program left cannot be read (${cause instanceof Error ? cause.name : 'unknown'})`,
  );
