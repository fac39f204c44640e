import { viewNames, type ViewName } from './views.ts';

/** The views that have a picture. */
export type PictureName = Exclude<ViewName, 'method'>;

/** The view whose picture is asked for. */
export function readPictureName(path: string): PictureName | undefined {
  const name = viewNames.find((one) => path === `/board/${one}.png`);
  return name === 'method' ? undefined : name;
}
