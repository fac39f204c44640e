import type { ImageBlock } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { unknownPart } from './unknown-part.ts';

/** A picture kept in Slack, with its words for those who do not see it. One from elsewhere is never loaded: it throws. */
export function renderImage(image: ImageBlock, { fileUrl }: BlockContext): Html {
  if (!('slack_file' in image)) throw unknownPart('image.image_url');
  const { slack_file: file, alt_text: alt, title } = image;
  if (!('id' in file)) throw unknownPart('image.slack_file.url');
  const caption = title === undefined ? markup`` : markup`<figcaption>${title.text}</figcaption>`;
  return markup`<figure><img src="${fileUrl(file.id)}" alt="${alt}">${caption}</figure>`;
}
