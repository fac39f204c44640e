/** What is sent back to a browser. Text goes as UTF-8. `retryAfterS`: in how many seconds it may be asked for again. */
export type Reply = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly retryAfterS?: number;
};

export const plainReply = (status: number, body: string): Reply => ({
  status,
  type: 'text/plain',
  body,
});

export const htmlReply = (status: number, body: string): Reply => ({
  status,
  type: 'text/html',
  body,
});
