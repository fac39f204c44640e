import { viewNames, type ViewName } from './views.ts';

/** The views that have a picture. */
export type PictureName = Exclude<ViewName, 'method'>;

/** Whether the path of an address is that of the page or of a picture, and not of a file that the page needs. */
export const isLook = (path: string): boolean =>
  path === '/board' || readPictureName(path) !== undefined;

/** The view whose picture is asked for. */
export function readPictureName(path: string): PictureName | undefined {
  const name = viewNames.find((one) => path === `/board/${one}.png`);
  return name === 'method' ? undefined : name;
}
