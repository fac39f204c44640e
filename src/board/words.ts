import type { PickProblem } from './picks.ts';
import type { ViewName } from './views.ts';

/** Every word of the dashboard that is not of an answer, in one place, for whoever puts it into another language. */
export const words = {
  lang: 'en-GB',
  title: (place: string) => `${place} · Mobility dashboard`,
  name: 'Mobility dashboard',
  seenFrom: (person: string, channel: string) => `${person}, looking from ${channel}`,
  direct: 'the direct message with Mobility',
  backTo: (channel: string) => `Back to ${channel}`,
  otherPages: 'Other pages',
  synthetic: 'The data are synthetic: nobody’s trips.',
  skip: 'Skip to the dashboard',
  pick: 'What to show',
  area: 'Place',
  /** A kind of place, in the plural, as the data name it: "countries". */
  kind: (plural: string) => plural.charAt(0).toUpperCase() + plural.slice(1),
  event: 'Since an event',
  noEvent: 'No event',
  here: (place: string) => `With a day in ${place}`,
  elsewhere: 'In other places, or with a day in each part',
  on: (event: string, day: string) => `${event}, ${day}`,
  since: 'or since a day',
  until: 'Until',
  daysHint: (first: string, last: string) =>
    `The data go from ${first} to ${last}. Without an event and days, the latest weeks are shown.`,
  show: 'Show',
  views: 'Views',
  headings: {
    trend: 'Over time',
    compare: 'Places side by side',
    flows: 'Flows between places',
    method: 'How this was worked out',
  } satisfies Record<ViewName, string>,
  summary: 'In short',
  into: 'Where trips start',
  headed: (heading: string) => `${heading}:`,
  steps: 'Step by step',
  inParts: (place: string) =>
    `That event has no single day in ${place}, so the latest weeks are shown here, and its parts below.`,
  absent: {
    trend: 'There is nothing to show of this place.',
    compare: 'There is no place to hold this one against here.',
    flows: 'There are no flows to show of this place.',
    method: 'There is nothing to work out here.',
  } satisfies Record<ViewName, string>,
  problems: {
    notOffered:
      'The address of this page asks for something that cannot be picked here, so the usual view is shown.',
    notHere: 'That event has no day in this place within the data, so it is left out.',
    eventOrDay: 'An event and a first day were both picked: the event is shown.',
    endTooEarly:
      'The last day must come after the start and after a whole week of data, so it is left out.',
  } satisfies Record<PickProblem, string>,
  nearest: 'The nearest view that may be shown here:',
  ask: 'To ask this in Slack:',
  copy: 'Copy',
  copyOf: (heading: string) => `Copy the question: ${heading}`,
  copied: 'Copied.',
  notCopied: 'It is marked now: copy it with the keyboard.',
  fullSize: (heading: string) => `Open the picture in full size: ${heading}`,
  table: (caption: string) => `Table: ${caption}`,
  lost: (reference: string) =>
    `The picture could not be drawn (ref ${reference}). The table has its numbers.`,
  fault: (reference: string) =>
    `Something went wrong (ref ${reference}), and this view is missing. Load the page again in a minute.`,
  noGroup: {
    message: 'None of the groups that you are in may see this dashboard.',
    next: 'Ask a data owner which groups may.',
  },
  noRelease: {
    message: 'No release of the data answers at present, so there is nothing to show.',
    next: 'Ask a data owner when one will, or look again later.',
  },
  changed: {
    message: 'The data changed while this page was made, so it is not shown.',
    next: 'Load the page again.',
  },
  signedInAs: (name: string) => `Signed in as ${name}`,
  notProxied: 'This page is reached through the sign-in of the department alone.',
  notNamed: 'The sign-in did not say who you are. Sign in again.',
  tooMany:
    'You have looked at much of this dashboard within a minute: wait a moment, then load the page again.',
  readOnly: 'This page can only be looked at.',
  failed: (reference: string) =>
    `Something went wrong (ref ${reference}). Load the page again in a minute.`,
  nothing: 'There is nothing here.',
} as const;
