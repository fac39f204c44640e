/** What else may go wrong, and what people see of it. The tests beside this hold both against the bot. */
export const otherLosses = {
  tooMany: {
    goes: 'more answers wait than are worked on',
    see: 'at once: “Many people are asking at present, so this was not looked at. Please try again in a minute.”',
  },
  noState: {
    goes: 'the state cannot be reached as the question is asked',
    see: 'at once: “Something went wrong (ref 7F3A), and your question was not answered. Ask again in a minute. If it happens again, give this reference to whoever runs this service.”',
  },
  stateBack: {
    goes: 'the state cannot be reached for a while, with questions waiting',
    see: 'the answers, once it can be',
  },
  withdrawn: {
    goes: 'the release is withdrawn while a question waits',
    see: 'in a direct message: “No release of the data is live at present, so nothing can be answered. A data owner can see why, and make one live, with: npm run release -- list”',
  },
  noPicture: {
    goes: 'the picture cannot be drawn',
    see: 'the answer without its picture: “The picture could not be drawn or kept (ref 7F3A). The numbers are complete.”',
  },
  neverReady: {
    goes: 'Slack never makes the picture ready',
    see: 'the answer without its picture: “The picture could not be drawn or kept (ref 7F3A). The numbers are complete.”',
  },
  noData: {
    goes: 'the data cannot be read',
    see: 'in a direct message: “Something went wrong (ref 7F3A), and your question was not answered. Ask again in a minute. If it happens again, give this reference to whoever runs this service.”',
  },
  down: {
    goes: 'Slack is down for a while, with questions waiting',
    see: 'the answers, once it is up',
  },
  downAtAsk: {
    goes: 'Slack takes the question, and is down right after',
    see: 'in a direct message, once it is up: “Something went wrong (ref 7F3A), and your question was not answered. Ask again in a minute. If it happens again, give this reference to whoever runs this service.”',
  },
  signedOut: {
    goes: 'the token is revoked while a question waits',
    see: 'in a direct message, once the bot is installed anew: “The answer to your question was not posted: Slack did not let this bot sign in. Please tell whoever runs this service. Once it is put right, ask again.”',
  },
  twice: { goes: 'Slack delivers a question or a press several times', see: 'one answer' },
  replayed: {
    goes: 'somebody replays a delivery later, or signs with another secret or time',
    see: 'nothing',
  },
  killedBefore: {
    goes: 'the program is killed before it has so much as looked at what was asked',
    see: 'the answer, or why there is none, once it is started anew in the same home folder',
  },
  killed: {
    goes: 'the program is killed before it posts (the picture reserved, sent, or ready)',
    see: 'the answer, once another program takes over',
  },
  killedPosting: {
    goes: 'the program is killed as it posts, before or after Slack took the answer',
    see: 'in a direct message: “The answer to your question may have been posted, or may not: this bot was stopped while it posted. Look in the channel first, so that it is not posted twice. If it is not there, it can be sent again.”',
  },
  stopped: {
    goes: 'the program is stopped (SIGTERM)',
    see: 'the answers that it has in hand; the others once another program runs',
  },
} as const satisfies Readonly<Record<string, { readonly goes: string; readonly see: string }>>;

/** The words between the quotation marks of a line. */
export const wordsOfLoss = (name: keyof typeof otherLosses): string =>
  /“(?<words>[^”]+)”/u.exec(otherLosses[name].see)?.groups?.['words'] ?? '';
