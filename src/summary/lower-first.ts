/** A label inside a sentence: "Rail and Tube" becomes "rail and Tube"; all-capital words stay. */
export const lowerFirst = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) || /^\p{Lu}\s/u.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
