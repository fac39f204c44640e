import type { ChannelId } from '#src/access/room.ts';
import type { About, Button, WordsPost } from '#src/post.ts';

/** What happened, and what to do: plain text. */
export type Words = { readonly message: string; readonly next: string };

/** Words as a post. */
export const wordsPost = (
  { message, next }: Words,
  more: {
    readonly about?: About;
    readonly channels?: readonly ChannelId[];
    readonly buttons?: readonly Button[];
  } = {},
): WordsPost => ({
  kind: 'words',
  message,
  next,
  ...(more.about === undefined ? {} : { about: more.about }),
  channels: more.channels ?? [],
  buttons: more.buttons ?? [],
});

/** Something was asked of a program that ended right then, and no other came for a long time. */
export const cameTooLate: Words = {
  message: 'What you asked was not answered: I was not running for a while.',
  next: 'If you still need it, ask again.',
};

/** One program after another ended over it. */
export const failedOver: Words = {
  message: 'What you asked was not answered: I failed over it several times.',
  next: 'Please tell whoever runs this service, and ask something else.',
};

/** Slack did not open the form, or too late for us to know. */
export const formNotOpened = (reference: string): Words => ({
  message: `Slack did not say that the form is open (ref ${reference}).`,
  next: 'If you do not see it, try again, or type your question after /mobility.',
});

/** A form in which no place was chosen yet. */
export const choosePlace: Words = {
  message: 'Choose a place first.',
  next: 'What you ask is then shown here in words.',
};

/** A question was taken, and when its answer was ready it might no longer be given there. It is told in another place than the one that the words are about. */
export const atPost = ({ message, next }: Words): Words => ({
  message: `The answer to your question was not posted. ${fromAfar(message)}`,
  next: fromAfar(next),
});

const fromAfar = (words: string): string =>
  words
    .replaceAll(/\bhere\b/gu, 'there')
    .replaceAll(/\bHere\b/gu, 'There')
    .replaceAll(/\b(?<first>[Tt])his (?<what>channel|one)\b/gu, '$<first>hat $<what>');

/** A button or form whose state was not made for this person and place. */
export const notValidHere: Words = {
  message: 'This button is not valid here, or not for you, so nothing was done.',
  next: 'Type your question after /mobility instead.',
};

/** "How was this worked out?" of a message that is no answer. */
export const noAnswerThere: Words = {
  message: 'That message is not one of my answers, or it is too old.',
  next: 'Use this on an answer that I posted.',
};

/** A message is sent again. */
export const sentAgain: Words = {
  message: 'The answer is being sent again.',
  next: 'You will see it in the channel in a moment.',
};

/** A message cannot be sent again: it was, or somebody else did. */
export const notSentAgain: Words = {
  message: 'The answer was not sent again: it has been posted, or is about to be.',
  next: 'Look in the channel.',
};
