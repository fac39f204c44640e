import type { Key } from '#src/grammar/keys.ts';

/** What a key may hold several of; undefined where it holds one value. */
export function listedBy(key: Key): 'place' | 'mode' | undefined {
  switch (key) {
    case 'region':
    case 'origin':
    case 'destination':
    case 'vs':
    case 'between':
      return 'place';
    case 'mode':
      return 'mode';
    case 'since':
    case 'until':
    case 'by':
    case 'show':
    case 'measure':
      return undefined;
    default:
      return key satisfies never;
  }
}
