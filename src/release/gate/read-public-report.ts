import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import type { PublicReport } from './public-report.ts';

const privileged = z.object({ public: z.record(z.string(), z.string()) });

/** The public part of the report that a release's gate left. Throws `ReleaseFault` `noReport` where it is lost or damaged. */
export async function readPublicReport(file: string): Promise<PublicReport> {
  try {
    return privileged.parse(JSON.parse(await readFile(file, 'utf8'))).public;
  } catch (cause) {
    throw new Fault(
      'ReleaseFault',
      'noReport',
      'the report of the release is lost: restore the file that ends in .report.json, beside the raw data, from a backup',
      { cause },
    );
  }
}
