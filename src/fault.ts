export type FaultName =
  | 'WarehouseFault'
  | 'RenderFault'
  | 'SlackFault'
  | 'StoreFault'
  | 'ConfigFault'
  | 'ReleaseFault';

/**
 * Something broke that the asker cannot mend. Thrown for the operator; `answer` catches it once.
 * `message` never holds SQL, rows, secrets or text from users. `retryAfterMs`: how long the other side asks to wait, where it says.
 */
export class Fault extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    name: FaultName,
    code: string,
    message: string,
    options: {
      readonly cause?: unknown;
      readonly retryable?: boolean;
      readonly retryAfterMs?: number;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = name;
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}
