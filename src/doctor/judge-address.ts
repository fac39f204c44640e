import { failed, note, ok, type Outcome } from './check.ts';

/** Whether the dashboard can listen where it is to. `problem`: what the system said as it was tried, as a code; undefined: nothing. */
export function judgeAddress(
  problem: string | undefined,
  { host, port }: { readonly host: string; readonly port: number },
): Outcome {
  const where = `${host}, port ${port}`;
  switch (problem) {
    case undefined:
      return ok(`The dashboard can listen on ${where}.`);
    case 'EADDRINUSE':
      return note(
        `Something listens on ${where}, as the bot does while it runs.`,
        'If the bot does not run, free the port, or set another under board.',
      );
    case 'EACCES':
      return failed(
        `This account may not listen on port ${port}.`,
        'Set a port above 1023 in mobility.config.yml, under board.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return failed(
        `${host} is no address of this machine.`,
        'Correct host in mobility.config.yml, under board.',
      );
    default:
      return failed(
        `The dashboard cannot listen on ${where} (${problem}).`,
        'Correct host and port in mobility.config.yml, under board.',
      );
  }
}
