import { z } from 'zod';

/** What is kept of a job: `input` is for its kind, the rest for us. */
export const jobData = z.object({
  key: z.string(),
  owner: z.string(),
  dueAt: z.iso.datetime().optional(),
  input: z.unknown(),
});

export type JobData = z.output<typeof jobData>;

const keyForm = /^[\w.-]{1,200}$/u;
const nameForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** Keys and names are written by the program: one that is none is a bug. */
export function checkNames(kind: string, key: string): void {
  if (!nameForm.test(kind)) throw new Error('not the name of a kind of job');
  if (!keyForm.test(key)) throw new Error('not the key of a job');
}
