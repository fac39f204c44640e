import type { PGlite } from '@electric-sql/pglite';
import { makeStoreFault } from './store-fault.ts';

/** Whether an embedded PostgreSQL has aborted. */
export type Pulse = { readonly hasStopped: () => boolean };

/** How PGlite leaves PostgreSQL's main loop after an error that PostgreSQL has dealt with. */
const longJump = 100;

/**
 * Lets an embedded PostgreSQL that aborts stay dead. PGlite 0.5 would go on with what is left of it, on broken memory and in an endless loop, which takes the
 * whole process along: so it is where the disk is full as the log needs a new file. From then on everything throws `StoreFault` `stopped`.
 */
export function stopOnAbort(pglite: PGlite): Pulse {
  const { Module: wasm } = pglite;
  const {
    stackRestore,
    _PostgresMainLoopOnce: runLoop,
    _PostgresSendReadyForQueryIfNecessary: sayReady,
    _pgl_pq_flush: flush,
  } = wasm;
  let isStopped = false;
  const whileAlive =
    <T extends unknown[], U>(call: (...values: T) => U) =>
    (...values: T): U => {
      if (isStopped) throw makeStoreFault('stopped');
      return call(...values);
    };
  const watch = (): void => {
    try {
      runLoop();
    } catch (error) {
      isStopped = !isLongJump(error);
      throw error;
    }
  };
  Object.assign(wasm, {
    _PostgresMainLoopOnce: whileAlive(watch),
    // What PGlite calls before it tries again, and as it leaves its loop.
    stackRestore: whileAlive(stackRestore),
    _PostgresSendReadyForQueryIfNecessary: whileAlive(sayReady),
    _pgl_pq_flush: whileAlive(flush),
  });
  return { hasStopped: () => isStopped };
}

const isLongJump = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === longJump;
