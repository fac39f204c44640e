import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** A form of which every block is known. */
export type KnownForm = Omit<ModalView, 'blocks'> & { readonly blocks: KnownBlock[] };

/** A page of which every block is known. */
export type KnownHome = Omit<HomeView, 'blocks'> & { readonly blocks: KnownBlock[] };
