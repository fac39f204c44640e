import type { AuditContext } from '#src/state/audit-event.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';

/** Whoever keeps the releases themselves, and points whatever answers to one of them. */
export type ReleaseKeeper = {
  /** The names of all editions that are there. */
  names(): Promise<readonly string[]>;
  /** What an edition is, read from itself; undefined where it is not there or not a checked release. */
  describe(name: string): Promise<ReleaseDescription | undefined>;
  /** How an edition describes and was checked, for whoever is to approve it: lines by name. */
  report(name: string): Promise<readonly (readonly [string, string])[]>;
  /** Notes who made an edition, once and for good: it may be entered later, by a command of somebody else. */
  sign(name: string, maker: AuditContext): Promise<void>;
  /** Who made an edition; undefined where nobody signed it. */
  maker(name: string): Promise<AuditContext | undefined>;
  /** The edition that answers now. */
  pointed(): Promise<string | undefined>;
  /** Runs a task while nobody else moves the pointer. Throws `StoreFault` `pointerHeld`. */
  alone(task: () => Promise<void>): Promise<void>;
  /** Lets an edition answer, or none: where the last one was withdrawn, or there was none yet. */
  point(
    to: { readonly edition: string; readonly releaseId: string } | 'withdrawn' | 'none',
  ): Promise<void>;
};
