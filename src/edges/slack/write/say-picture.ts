import type { AnswerPost } from '#src/post.ts';
import { tidy } from './plain-text.ts';

const complete = 'The numbers are complete.';

/** What became of a picture that the message does not show. `shown`: as in `writePost`. */
export function sayPicture(
  picture: AnswerPost['picture'],
  shown: 'whole' | 'noPicture' | 'words',
): readonly string[] {
  const isLost = picture !== undefined && 'lost' in picture;
  if (picture === undefined || (shown === 'whole' && !isLost)) return [];
  const what = isLost
    ? `The picture could not be drawn or kept (ref ${tidy(picture.lost)}).`
    : 'The picture could not be shown here.';
  return [shown === 'words' ? what : `${what} ${complete}`];
}
