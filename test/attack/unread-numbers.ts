import type { Faces } from '#test/attack/faces.ts';
import type { Answered } from '#test/attack/read-statements.ts';
import { matches, tripsIn } from '#test/attack/read-words.ts';

/** Numbers of thousands, but for the bound of a week's total and the base. */
const large = /(?<!at most |within |\d)(\d{1,3}(?:,\d{3})+)/gu;
const percentage = /(\d+)%/gu;
/** Percentages that are no figure: how sure we are, how changes were before, and to what is rounded. */
const noFigure = /likely range[^.;]*|mostly smaller than \d+%|nearest \d+%/giu;

/** Numbers in sentences and alt text that are no figure which was read there: then the room has not learned to read these words. Percentages of the method are its settings. */
export const unreadNumbers = (
  faces: Faces,
  { statements, percents, kind }: Answered,
): readonly string[] =>
  (['sentences', 'alt'] as const).flatMap((face) => {
    const own = statements.filter((one) => one.face === face);
    const trips = new Set(own.map((one) => one.trips));
    const sizes = new Set(
      percents.filter((one) => one.face === face).map(({ percent }) => Math.abs(percent)),
    );
    const text = kind === 'method' ? '' : faces[face].replace(noFigure, '');
    return [
      ...matches(faces[face], large)
        .map(([number = '']) => number)
        .filter((number) => !trips.has(tripsIn(number))),
      ...matches(text, percentage)
        .map(([size = '']) => size)
        .filter((size) => !sizes.has(Number(size))),
    ].map((number) => `${number} in: ${faces[face]}`);
  });
