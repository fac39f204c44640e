import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a job is. `stop` must be called before anything else is printed. */
export type ProgressDisplay = {
  readonly report: (stage: string, done: number, total: number) => void;
  readonly stop: () => void;
};

/** A bar on a terminal; in a pipe a line as each stage begins. */
export function showProgress(out: NodeJS.WriteStream): ProgressDisplay {
  return out.isTTY ? showBar(out) : showLines(out);
}

function showLines(out: NodeJS.WriteStream): ProgressDisplay {
  let shown = '';
  const report = (stage: string): void => {
    if (stage !== shown) out.write(`${stage} …\n`);
    shown = stage;
  };
  return { report, stop: () => undefined };
}

function showBar(out: NodeJS.WriteStream): ProgressDisplay {
  const format = '{bar} {percentage}% {stage}';
  const bar = new SingleBar(
    { format, stream: out, hideCursor: true, clearOnComplete: true, barsize: 24 },
    Presets.shades_classic,
  );
  let shown = '';
  const report = (stage: string, done: number, total: number): void => {
    if (stage !== shown) bar.start(total, done, { stage });
    else bar.update(done);
    shown = stage;
  };
  return { report, stop: () => bar.stop() };
}
