import { z } from 'zod';
import { httpsUrl, identifier, plainText, words } from './text-schema.ts';

const source = {
  image_url: httpsUrl.optional(),
  slack_file: z
    .strictObject({ id: words(20).optional(), url: httpsUrl.optional() })
    .refine((file) => (file.id === undefined) !== (file.url === undefined), {
      error: 'must have an id or a url, not both',
    })
    .optional(),
};
type Source = { readonly image_url?: unknown; readonly slack_file?: unknown };
const hasOneSource = (picture: Source): boolean =>
  (picture.image_url === undefined) !== (picture.slack_file === undefined);
const ONE_SOURCE = { error: 'must have an image_url or a slack_file, not both' };

/** An image block. */
export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    block_id: identifier.optional(),
    alt_text: words(2000),
    title: plainText(2000).optional(),
    ...source,
  })
  .refine(hasOneSource, ONE_SOURCE);

/** A small image beside other things. */
export const imageElement = z
  .strictObject({ type: z.literal('image'), alt_text: words(2000), ...source })
  .refine(hasOneSource, ONE_SOURCE);
