/** Whether something stays level: its mean in the first and last third, and by how much it rises a minute, by least squares. */
export type Rise = { readonly first: number; readonly last: number; readonly perMinute: number };

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The rise of values in the order in which they were read. */
export function riseOf(values: readonly { readonly atMs: number; readonly value: number }[]): Rise {
  const third = Math.ceil(values.length / 3);
  const meanOf = (part: typeof values) => mean(part.map(({ value }) => value));
  const [middleMs, middle] = [mean(values.map(({ atMs }) => atMs)), meanOf(values)];
  const spread = values.reduce((sum, { atMs }) => sum + (atMs - middleMs) ** 2, 0);
  const rise = values.reduce(
    (sum, { atMs, value }) => sum + (atMs - middleMs) * (value - middle),
    0,
  );
  return {
    first: meanOf(values.slice(0, third)),
    last: meanOf(values.slice(-third)),
    perMinute: spread === 0 ? 0 : (rise / spread) * 60_000,
  };
}
