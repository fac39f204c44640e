/** Words that go on from a question, without those that say nothing of it. `isAdded`: what they name comes to what was asked before. `left`: what says that something is to be left out. */
export type Continuation = {
  readonly text: string;
  readonly isAdded: boolean;
  readonly left: string | undefined;
};

/** What a continuation begins with, and what says nothing of it. */
const openings =
  /^(?:(?:and|or|but|also|so|then|now|ok|okay|please|(?:what|how) about|what if|(?:the )?same(?: question| thing| again)?(?: (?:for|in|with|but))?|do it|try|(?:can|could|would|will|should|shall) (?:you|we|i)|we|let['’]?s|i(?: would|['’]d)? (?:like|want)(?: to)?(?= )|show(?: me| us)?(?= ))\b[\s,.:;–—-]*)+/iu;
/** What says, at the beginning or after a name, that something comes to what was asked before. */
const additions =
  /^(?:add|adding|plus|with|together with|along with|alongside|as well as|in addition to|besides|include|including)\b\s*/iu;
const alsoFirst = /\balso\b/iu;
const alsoLast =
  /[\s,]+(?:too|as well|also|in addition|added|included)(?=[\s,.?!]*(?:$|(?:please|by|since|until|in|as an?)\b))[\s,.?!]*/iu;
/** What was asked before is compared, however many places follow: "how does it compare with", "compare Leeds and York to that". */
const comparisons = [
  /\bcompar(?:e|es|ed|ing|ison)(?: (?:it|that|this|them|these|those|all|both|the|of|results?|answer|figures|numbers))* (?:with|to|and)\b/iu,
  /\bcompar(?:e|es|ed|ing|ison) .*\b(?:with|to|against|and) (?:it|that|this|them|these|those)\b/iu,
];
/** What takes something away. Trips drop, too, so that most are orders only where they stand first. */
const exclusions = [
  /^(?:drop(?:ping)?(?! in\b)|remov(?:e|ing)|delet(?:e|ing)|omit(?:ting)?|skip|hide|forget|ditch|scrap|discard|subtract|deduct|less(?! than| people| trips)|(?:get )?rid of|lose|ignor(?:e|ing)|stop(?! (?:at|in|on|by)\b)|(?:i )?(?:don['’]?t|do not)|replace|swap(?! to\b)|(?:take|leave|cut|keep|filter)(?: (?:out|off|away)\b|(?= .*\b(?:out|off|away)\b)))(?=\s)/iu,
  /\b(?:instead of|rather than|be (?:removed|dropped|deleted|omitted|left out|taken out))\b/iu,
  /(?<!\b(?:work|find|figure|point)\w*\b.*)\bout(?=[\s.?!]*$)/iu,
];

/** Tells what goes on from a question from the words around it. */
export function continuationIn(plain: string): Continuation {
  const [opening = ''] = openings.exec(plain) ?? [];
  const said = plain.slice(opening.length);
  const text = said.replace(additions, '').replace(alsoLast, ' ').trim();
  const isCompared = comparisons.some((pattern) => pattern.test(said));
  return {
    text,
    isAdded: alsoFirst.test(opening) || text !== said.trim() || isCompared,
    left: exclusions.flatMap((pattern) => pattern.exec(said)?.[0] ?? [])[0],
  };
}
