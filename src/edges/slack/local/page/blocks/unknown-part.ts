/** What is thrown where the page would have to leave something of a message out. `part`: a block, an element or a field, as Slack names it. */
export const unknownPart = (part: string): Error =>
  new Error(`the page does not know how to show ${part}`);
