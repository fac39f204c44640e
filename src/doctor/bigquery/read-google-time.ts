import { Fault } from '#src/fault.ts';

/** The time at Google, to the second, as its web server says: no sign-in is needed, and no answer but its date is looked at. Throws `WarehouseFault` `unavailable`. */
export async function readGoogleTime(address: string, signal: AbortSignal): Promise<Date> {
  const time = Date.parse((await fetchDate(address, signal)) ?? '');
  if (Number.isNaN(time)) throw unavailable('BigQuery does not say what time it is');
  return new Date(time);
}

async function fetchDate(address: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(address, { method: 'HEAD', redirect: 'error', signal });
    await response.body?.cancel();
    return response.headers.get('date');
  } catch {
    throw unavailable('BigQuery cannot be reached for now');
  }
}

const unavailable = (message: string): Fault =>
  new Fault('WarehouseFault', 'unavailable', message, { retryable: true });
