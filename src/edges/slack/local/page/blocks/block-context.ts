/**
 * What blocks name but do not hold. `fileUrl`: where the page gets a file, by its ID. `channelName`: a channel's name without "#", by its ID; undefined of one that
 * the reader does not see. `channelUrl`: where it is on the page.
 */
export type BlockContext = {
  readonly fileUrl: (file: string) => string;
  readonly channelName: (id: string) => string | undefined;
  readonly channelUrl: (id: string) => string;
};
