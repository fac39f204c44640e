import type { Tier } from '#src/access/access-config.ts';
import { checkByAny, type TierDenial } from '#src/access/check-by-any.ts';
import { nearestAsk } from '#src/access/nearest-ask.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import type { Edges, Outcome } from '#src/answer.ts';
import type { Ask, DataAsk } from '#src/grammar/ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Refusal } from '#src/refusal.ts';
import type { Composed } from './compose.ts';
import type { Answers } from './make-answers.ts';

/** The views of the dashboard, in their order. */
export const viewNames = ['trend', 'compare', 'flows', 'method'] as const;
export type ViewName = (typeof viewNames)[number];

export type Answered = Extract<Outcome, { readonly kind: 'answered' }>;

export type Nearest = { readonly question: string; readonly command: Ask['command'] };

/** One view as it is shown. `question`: as it can be typed. `reason`: why the tiers do not allow it. `nearest`: a question that may be asked instead, and the view that it would be. */
export type View = { readonly name: ViewName } & (
  | { readonly kind: 'answered'; readonly question: string; readonly answered: Answered }
  | {
      readonly kind: 'refused';
      readonly question: string;
      readonly reason: TierDenial['reason'] | undefined;
      readonly refusal: Refusal;
      readonly nearest: Nearest | undefined;
    }
  | { readonly kind: 'fault'; readonly reference: string }
  | { readonly kind: 'absent' }
);

/** What views are made of. */
export type Viewing = {
  readonly composed: Composed;
  readonly tiers: readonly [Tier, ...Tier[]];
  readonly edges: Edges;
  readonly answers: Answers;
};

/** Every view of what was picked, asked one after the other. */
export async function answerViews(viewing: Viewing): Promise<readonly View[]> {
  const views: View[] = [];
  for (const name of viewNames) views.push(await answerView(name, viewing));
  return views;
}

/** One view of what was picked, as far as the tiers allow it. */
export async function answerView(name: ViewName, viewing: Viewing): Promise<View> {
  const { composed, tiers, edges, answers } = viewing;
  const { vocabulary } = edges.desk;
  const asks = asksOf(name, composed);
  const ask = asks.find((one) => checkByAny(one, tiers, vocabulary) === undefined) ?? asks[0];
  if (ask === undefined) return { name, kind: 'absent' };
  const question = usage(ask, vocabulary);
  const denial = checkByAny(ask, tiers, vocabulary);
  if (denial !== undefined) {
    const { reason, tier } = denial;
    const refusal = sayDenial(reason, { ask, tier, vocabulary });
    const nearest = nearestOf(ask, tiers, vocabulary);
    return { name, kind: 'refused', question, reason, refusal, nearest };
  }
  return viewOf(name, question, await answers(question, edges));
}

function asksOf(name: ViewName, composed: Composed): readonly Ask[] {
  const about: DataAsk | undefined = composed.trend[0];
  if (name !== 'method') return composed[name];
  return about === undefined ? [] : [{ command: 'method', about }];
}

function nearestOf(ask: Ask, tiers: readonly Tier[], vocabulary: Vocabulary): Nearest | undefined {
  for (const tier of tiers) {
    const nearest = nearestAsk(ask, tier, vocabulary);
    if (nearest !== undefined)
      return { question: usage(nearest, vocabulary), command: nearest.command };
  }
  return undefined;
}

function viewOf(name: ViewName, question: string, outcome: Outcome): View {
  switch (outcome.kind) {
    case 'answered':
      return { name, kind: 'answered', question, answered: outcome };
    case 'refused':
      return {
        name,
        kind: 'refused',
        question,
        reason: undefined,
        refusal: outcome.refusal,
        nearest: undefined,
      };
    case 'fault':
      return { name, kind: 'fault', reference: outcome.reference };
    default:
      return outcome satisfies never;
  }
}
