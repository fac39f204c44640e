import type { Area } from '#src/area.ts';
import type { Ends, FoundMode } from '#src/finding.ts';
import type { Mode } from '#src/grammar/ask.ts';
import { listed } from '#src/grammar/listed.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';
import { countWords } from '#src/summary/sentence.ts';

/** Words of names that a sentence has room for. */
const mostWords = 5;

/** "Leeds, Bradford and York", or the first and how many others where the names are many or long. */
function inShort(names: readonly string[]): string | undefined {
  const all = listed(names);
  if (countWords(all) <= mostWords) return all || undefined;
  const others = names.length - 1;
  return others === 0 ? names[0] : `${names[0]} and ${others} ${others === 1 ? 'other' : 'others'}`;
}

/** The places between which trips are counted, as sentences name them. */
export function nameEnds(
  { origins, destinations }: Readonly<Record<'origins' | 'destinations', readonly Area[]>>,
  vocabulary: Vocabulary,
): Ends {
  const spoken = (places: readonly Area[]) =>
    inShort(places.map((place) => spokenName(place, vocabulary)));
  return { origin: spoken(origins), destination: spoken(destinations) };
}

/** The same for a chart: names without their article where they stand alone. */
export function nameLine(
  { origins, destinations }: Readonly<Record<'origins' | 'destinations', readonly Area[]>>,
  { origin, destination }: Ends,
): string {
  const plain = (places: readonly Area[], spoken: string | undefined) =>
    places.length === 1 ? (places[0]?.name ?? '') : (spoken ?? '');
  if (origin === undefined) return plain(destinations, destination);
  if (destination === undefined) return `From ${origin}`;
  return `${plain(origins, origin)} to ${plain(destinations, destination)}`;
}

/** The modes counted as they are named: "All transport" where none was asked for; undefined where the release declares one only. */
export function nameModes(
  modes: readonly Mode[],
  vocabulary: Pick<Vocabulary, 'modes'>,
): FoundMode | undefined {
  if (vocabulary.modes.length < 2) return undefined;
  const [first, ...others] = modes;
  if (first === undefined) return { value: 'all', label: 'All transport' };
  const label =
    modes.length > 2
      ? `${modes.length} types of transport`
      : listed([first.label, ...others.map((mode) => lowerFirst(mode.label))], 'or');
  return { value: modes.map(({ value }) => value).join('+'), label };
}
