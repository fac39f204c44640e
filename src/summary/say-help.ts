import type { HelpFinding } from '#src/finding.ts';
import { nameFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import type { Table } from '#src/summary/table.ts';

/** How to ask, with examples that work. */
export const sayHelp = ({ examples }: HelpFinding): readonly Sentence[] => [
  say`Ask about trips in a place, over time or since a date.`,
  ...examples.map((example, index) => say`Try: ${nameFact(example, `/examples/${index}`)}`),
];

/** Every command in one line. */
export const tableHelp = ({ commands }: HelpFinding): Table => ({
  caption: 'What you can ask',
  columns: ['Type', 'To see'],
  rows: commands.map(({ usage, purpose }) => [usage, purpose]),
  key: commands.map((_, index) => index),
});
