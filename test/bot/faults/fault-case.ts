import type { FaultName } from './fault-names.ts';

/**
 * What somebody does. `ask`: types a question; `misspell`: types what is not understood; `mention`: writes that to the bot in a message; `compose`: types the command alone; `change`, `alone`: presses a button; `submit`: sends the form with what is not
 * understood; `denied`: types what may not be asked there; `home`: opens the bot's page.
 */
export type Act =
  | 'ask'
  | 'misspell'
  | 'mention'
  | 'compose'
  | 'change'
  | 'submit'
  | 'denied'
  | 'alone'
  | 'home';

/** How an answer stands in Slack. `noPicture`: text and table, and why there is no picture; `words`: text alone. */
export type Posted = 'whole' | 'noPicture' | 'words';

/** What came of it for people. `posted`: the answer. `told`: words to the asker alone, at once. `direct`: words in a direct message. `opened`: a form or a page. */
export type Sees = {
  readonly posted?: Posted;
  readonly told?: readonly string[];
  readonly direct?: readonly string[];
  readonly opened?: true;
};

/** One way to fail. `call`: a method of the Web API, `upload` or `response_url`; `after`: so many calls pass first. `times`: how often; Infinity: until it is mended. */
export type Failing = {
  readonly call: string;
  readonly fault: FaultName;
  readonly after?: number;
  readonly times: number;
};

/** One row of the table. `also`: what goes wrong besides. `tells`: whether Slack names the messages that show a file. */
export type FaultCase = Failing & {
  readonly act: Act;
  readonly also: readonly Failing[];
  readonly tells: boolean;
  readonly sees: Sees;
};

/** Cases that belong together. `step`: what the bot is doing. */
export type FaultGroup = Pick<Failing, 'call' | 'after'> & {
  readonly step: string;
  readonly act: Act;
  readonly also?: readonly Failing[];
  readonly tells?: boolean;
  readonly rows: readonly FaultRow[];
};

/** Faults of which people see the same. */
type FaultRow = Pick<Failing, 'times'> & {
  readonly faults: readonly FaultName[];
  readonly sees: Sees;
};

/** The cases of a group, one by one. */
export const casesOf = ({
  act,
  call,
  after = 0,
  also = [],
  tells = false,
  rows,
}: FaultGroup): readonly FaultCase[] =>
  rows.flatMap(({ faults, times, sees }) =>
    faults.map((fault) => ({ act, call, after, also, tells, fault, times, sees })),
  );
