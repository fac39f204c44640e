/** Words that many names share, and that say nothing about which place is meant. */
const common = new Set(
  `north south east west northern southern eastern western mid middle central inner outer greater great upper lower new old county city town
  borough district region island islands isle vale royal saint the of and upon under on in by with near coast bay
  metropolitan country land state area`.split(/\s+/),
);

/** Whether a folded phrase holds nothing but words that many names share. */
export function isCommon(phrase: string): boolean {
  return phrase.split(' ').every((word) => common.has(word));
}

/** The words of a folded name by which it is known: "manchester" of "greater manchester". An adjective of a nation is none. */
export function mainWords(phrase: string): readonly string[] {
  return phrase
    .split(' ')
    .filter((word) => word.length > 3 && !common.has(word) && !word.endsWith('ish'));
}
