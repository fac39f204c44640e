import type { Job } from './job.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** The job of this id. Refuses where there is none at the location; a dry run leaves none. */
export function findJob(world: World, jobId: string, location: string): Job {
  const job = world.jobs.find(({ id, dryRun }) => id === jobId && !dryRun);
  if (job !== undefined && location === world.location) return job;
  throw new Refusal('notFound', `Not found: Job ${world.projectId}:${location}.${jobId}`);
}
