import { channelId } from '#src/access/room.ts';
import type { AnswerPost, WordsPost } from '#src/post.ts';

const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

/** Longer than anything may be, in every part. */
export const longPost: AnswerPost = {
  kind: 'answer',
  echo: `I read this as: ${words(400)}.`,
  sentences: [
    `It is said first. ${words(300)}.`,
    ...Array.from({ length: 40 }, (_, at) => `Sentence ${at} of many: ${words(30)}.`),
    'These are synthetic demonstration data, not real trips.',
  ],
  picture: { file: 'F0123456789', alt: `${words(500)}.` },
  table: {
    caption: `Trips of ${words(80)}`,
    columns: Array.from({ length: 24 }, (_, at) => `Column ${at}`),
    rows: Array.from({ length: 150 }, (_, row) =>
      Array.from({ length: 24 }, (_, at) => (at === 0 ? `Row ${row}` : `${row},${100 + at}`)),
    ),
    key: [],
  },
  receipt: `Release ${words(120)}`,
  buttons: Array.from({ length: 30 }, (_, at) => ({
    action: `again-${'abcdefghijklmnopqrstuvwxyzabcd'.slice(at)}`,
    label: words(8).slice(0, 75),
    value: 'sealed',
  })),
};

/** A refusal with channels and a question that may be asked instead. */
export const denial: WordsPost = {
  kind: 'words',
  message: 'Places of this size cannot be asked about here.',
  next: 'Here you can ask about regions and larger places. Try: region:England since:lift-date',
  channels: channelId.array().parse(['C0000000001', 'C0000000002']),
  buttons: [{ action: 'nearest', label: 'Ask what is allowed here', value: 'sealed' }],
};

/** What a person is told in a direct message of something that happened elsewhere. */
export const notice: WordsPost = {
  kind: 'words',
  message: 'The answer to your question was not posted: this bot is not in the channel.',
  next: 'Add this bot to the channel, then ask again.',
  about: {
    question: 'district:"Brighton & Hove" since:lift-date',
    channel: channelId.parse('C0000000003'),
  },
  channels: [],
  buttons: [],
};

/** A table alone, whose picture was lost. */
export const lostPicture: AnswerPost = {
  kind: 'answer',
  echo: 'I read this as: trips that end in Ash & Elm.',
  sentences: ['Trips in Ash & Elm rose by <1%.'],
  picture: { lost: '7F3A' },
  table: {
    caption: 'Trips a week',
    columns: ['Week to', 'Trips', ''],
    rows: [
      ['2 January 2022', '12,340', ''],
      ['9 January 2022', '[c]', 'Bank holiday'],
    ],
    key: [0],
  },
  receipt: 'Release tiny',
  buttons: [],
};
