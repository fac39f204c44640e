import { reply } from '#commands/index.ts';
import type { Desk, Reply } from '#commands/command.ts';
import { Fault } from '#src/fault.ts';
import { echo } from '#src/grammar/echo.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Reading } from '#src/grammar/ask.ts';
import type { Picture, Renderer } from '#src/ports.ts';
import type { Refusal } from '#src/refusal.ts';
import { sayFault, type FaultWords } from '#src/say-fault.ts';

/** The edges an answer needs. `report` takes a fault to the operator and returns the reference the asker is given. */
export type Edges = {
  readonly desk: Desk;
  readonly render: Renderer;
  readonly report: (fault: unknown) => string;
};

/** What became of a question. `picture` is absent where the answer has none or it could not be drawn (`lostPicture` is then the reference). */
export type Outcome =
  | {
      readonly kind: 'answered';
      readonly reading: Reading;
      readonly echo: string;
      readonly reply: Reply;
      readonly picture: Picture | undefined;
      readonly lostPicture: string | undefined;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'fault';
      readonly reference: string;
      readonly words: FaultWords;
      readonly retryable: boolean;
    };

type Drawn = { readonly picture: Picture | undefined; readonly lostPicture: string | undefined };

/** A picture that cannot be drawn costs the picture, not the answer. */
async function draw(chart: Reply['chart'], { render, report }: Edges): Promise<Drawn> {
  if (chart === undefined) return { picture: undefined, lostPicture: undefined };
  try {
    return { picture: await render(chart.spec), lostPicture: undefined };
  } catch (fault) {
    return { picture: undefined, lostPicture: report(fault) };
  }
}

/**
 * Answers one question: text → ask → protected rows → finding → words, table and picture.
 * Never throws: what the asker can mend is a refusal, what the operator must mend is a fault with a reference.
 */
export async function answer(text: string, edges: Edges): Promise<Outcome> {
  try {
    const parsed = parseAsk(text, edges.desk.vocabulary);
    if (parsed.kind === 'refused') return parsed;
    const answered = await reply(parsed.reading.ask, edges.desk);
    const drawn = await draw(answered.chart, edges);
    return {
      kind: 'answered',
      reading: parsed.reading,
      echo: echo(parsed.reading, edges.desk.vocabulary),
      reply: answered,
      ...drawn,
    };
  } catch (fault) {
    const reference = edges.report(fault);
    return {
      kind: 'fault',
      reference,
      words: sayFault(reference, fault),
      retryable: fault instanceof Fault && fault.retryable,
    };
  }
}
