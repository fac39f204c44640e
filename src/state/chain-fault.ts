/** A run of entries, by their numbers, both ends included. */
export type Run = { readonly from: number; readonly to: number };

/** Who noted a mark: this machine's witness, or a person. */
export type MarkKeeper = 'witness' | 'person';

/**
 * What is wrong with an audit. `altered`: seals do not fit. `missing`: entries are gone, and the one after them cannot be checked. `doubled`: an entry under
 * a number that is not its own.
 * `cutOff`: the sealed head says there were more. `added`: entries past the head that nobody sealed. `headPutBack`: sealed entries past an older head.
 * `headForged`: nobody who has the key wrote the head. `headDiffers`: it is sealed for another last entry.
 * `markPast`: a mark lies past the end. `markLost`: its entry is missing. `markDiffers`: another entry stands in its place.
 */
export type ChainFault =
  | ({
      readonly kind: 'altered' | 'missing' | 'cutOff' | 'added' | 'headPutBack';
    } & Run)
  | { readonly kind: 'doubled'; readonly at: number }
  | { readonly kind: 'headForged' | 'headDiffers' }
  | {
      readonly kind: 'markPast' | 'markLost' | 'markDiffers';
      readonly by: MarkKeeper;
      readonly at: number;
    };
