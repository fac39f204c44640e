const formats = new Map<string, Intl.DateTimeFormat>();

/** A named time zone as Intl spells it ("Europe/London"); undefined for an offset such as "+01:00", which knows no clock change, and for what is none. */
export function parseTimeZone(text: string): string | undefined {
  if (!/^[A-Za-z]/u.test(text)) return undefined;
  try {
    return formatOf(text).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** By how many milliseconds the clocks of a time zone are ahead of UTC at an instant, which is in milliseconds too. */
export function zoneOffset(timeZone: string, instant: number): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year = 0, month = 0, day, hour, minute, second] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((name) => parts.get(name));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(instant / 1000) * 1000;
}

/** One that is made takes 50 times as long as one that is asked. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}
