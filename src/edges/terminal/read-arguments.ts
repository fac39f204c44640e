/** A question typed in a shell: `--json` is a switch, the rest is the question. */
export type TerminalQuestion = { readonly text: string; readonly json: boolean };

const keyed = /^(?<key>[\p{L}]+):(?<value>[^"]*\s[^"]*)$/u;

/** Commas and pluses between the values of a list; a comma before a space may be part of a name. */
const marks = /(,(?!\s)|\+(?!\s))/;

/**
 * The shell has eaten the quotes of `region:"North West",Wales`: they are put back around each value that holds a space.
 * A value with a comma and a space stays as it is, since it may be one name or several: the reader of questions tries both.
 */
function requote(argument: string): string {
  const { key, value = '' } = keyed.exec(argument)?.groups ?? {};
  if (key === undefined || /\s\p{L}+:/u.test(argument)) return argument;
  const isName = (part: string) => /\s/.test(part) && !/,\s/.test(part);
  const parts = value.split(marks).map((part) => (isName(part) ? `"${part}"` : part));
  return `${key}:${parts.join('')}`;
}

/** Reads the arguments after `ask`. */
export function readTerminalQuestion(argv: readonly string[]): TerminalQuestion {
  return {
    text: argv
      .filter((argument) => argument !== '--json')
      .map(requote)
      .join(' '),
    json: argv.includes('--json'),
  };
}
