/** A question typed in a shell: `--json` is a switch, the rest is the question. */
export type TerminalQuestion = { readonly text: string; readonly json: boolean };

/** The shell has eaten the quotes of `region:"North West"`: they are put back around a value that holds a space and no further key. */
function requote(argument: string): string {
  const found = /^([\p{L}]+):([^"]*\s[^"]*)$/u.exec(argument);
  return found === null || /\s\p{L}+:/u.test(argument) ? argument : `${found[1]}:"${found[2]}"`;
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
