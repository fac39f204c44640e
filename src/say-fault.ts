import { Fault } from './fault.ts';

/** What happened, and what to do: plain text. */
export type FaultWords = { readonly message: string; readonly next: string };

const tellOperator = (reference: string): string =>
  `Please give the reference ${reference} to whoever runs this service: asking again will not help until they have put it right.`;

const again = (reference: string): string =>
  `Ask again in a minute. If it happens again, give the reference ${reference} to whoever runs this service.`;

const tooMuch = {
  message: 'Your question needs more data than one question may read.',
  next: (reference: string) =>
    `Ask about fewer places, or a shorter period. If you need it whole, give the reference ${reference} to whoever runs this service.`,
};

const notMine = {
  message: 'What I found is not a release of the data that I may answer from.',
  next: tellOperator,
};

/** By the code of a `WarehouseFault`: what became of the question, and what follows for whoever asked it. */
const ofWarehouse: Readonly<
  Record<string, { readonly message: string; readonly next: (reference: string) => string }>
> = {
  deadline: {
    message: 'The data took too long to answer, so your question was stopped.',
    next: (reference) =>
      `Ask again in a minute, or about a shorter period. If it happens again, give the reference ${reference} to whoever runs this service.`,
  },
  unavailable: {
    message: 'The data cannot be reached at present, so your question was not answered.',
    next: again,
  },
  rateLimited: {
    message: 'Too much is being asked of the data at once, so your question was not answered.',
    next: again,
  },
  tooManyBytes: tooMuch,
  tooLarge: tooMuch,
  quota: {
    message: "Today's allowance for reading the data is used up.",
    next: (reference) =>
      `Ask again tomorrow. If you need it today, give the reference ${reference} to whoever runs this service.`,
  },
  denied: { message: 'I am not allowed to read the data at present.', next: tellOperator },
  unreadable: notMine,
  unchecked: notMine,
  notProtected: notMine,
  noCredentials: { message: 'I have no sign-in to the data.', next: tellOperator },
  noAccount: { message: 'My sign-in to the data is no longer taken.', next: tellOperator },
  noProject: { message: 'The project that holds the data cannot be found.', next: tellOperator },
  noDataset: { message: 'The data are not where I was told to look.', next: tellOperator },
  missing: { message: 'A part of the data cannot be found.', next: tellOperator },
  otherTables: {
    message: 'The data are not laid out as I know them, so I could not read them.',
    next: tellOperator,
  },
  invalidQuery: {
    message: 'The data are not laid out as I know them, so I could not read them.',
    next: tellOperator,
  },
};

/** What whoever asked is told of what broke: they cannot mend it. `reference`: where the operator finds it in the log. */
export function sayFault(reference: string, thrown: unknown): FaultWords {
  const isOfWarehouse = thrown instanceof Fault && thrown.name === 'WarehouseFault';
  const known = isOfWarehouse ? ofWarehouse[thrown.code] : undefined;
  if (known !== undefined) return { message: known.message, next: known.next(reference) };
  return {
    message: `Something went wrong (ref ${reference}), and your question was not answered.`,
    next: 'Ask again in a minute. If it happens again, give this reference to whoever runs this service.',
  };
}
