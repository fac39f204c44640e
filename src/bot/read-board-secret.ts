import { Fault } from '#src/fault.ts';

/** Shorter ones could be guessed. */
const shortestSecret = 32;
/** Others never match what arrives in a header. */
const sendable = /^[!-~](?:[ -~]*[!-~])?$/u;

/** Reads `BOARD_PROXY_SECRET`, which the proxy of the dashboard sends. Throws `ConfigFault` `badSetting`, which never repeats it. */
export function readBoardSecret(env: Readonly<Record<string, string | undefined>>): string {
  const secret = env['BOARD_PROXY_SECRET'] ?? '';
  if (secret.length < shortestSecret)
    throw new Fault(
      'ConfigFault',
      'badSetting',
      `BOARD_PROXY_SECRET ${secret === '' ? 'is not set' : 'is too short'}: it is what the proxy sends to prove that it is the proxy, at least ${shortestSecret} characters`,
    );
  if (!sendable.test(secret))
    throw new Fault(
      'ConfigFault',
      'badSetting',
      'BOARD_PROXY_SECRET cannot be sent in a header as it is: it must be ASCII, without a space or a new line at its ends',
    );
  return secret;
}
