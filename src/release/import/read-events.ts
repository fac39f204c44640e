import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Area } from '#src/area.ts';
import { eventsFile, type EventsFile } from './events-file.ts';
import { listProblems, Rejection, type Problem } from './problem.ts';
import { rejectFile } from './stage-source.ts';

type PathProblem = { readonly path: readonly PropertyKey[]; readonly reason: string };

/** Reads events.yml (a list of events, or a map of `events` and `holidays`) and turns its areas into codes. Throws `Rejection`. */
export async function readEvents(file: string, areas: readonly Area[]): Promise<EventsFile> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(file), { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new Rejection(
      listProblems([
        {
          file: basename(file),
          line: error.linePos?.[0].line,
          reason: `is not YAML: ${error.code}`,
        },
      ]),
    );
  }
  const content: unknown = document.toJS() ?? {};
  const isList = Array.isArray(content);
  const parsed = eventsFile.safeParse(isList ? { events: content } : content);
  const problems = parsed.success
    ? checkEvents(parsed.data, areas)
    : parsed.error.issues.map(({ path, message }) => ({ path, reason: message }));
  if (parsed.success && problems.length === 0) return withCodes(parsed.data, areas);
  const place = ({ path, reason }: PathProblem): Problem =>
    placeProblem(file, document, lines, { path: isList ? path.slice(1) : path, reason });
  throw new Rejection(listProblems(problems.map(place)));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw rejectFile(file, ['cannot be opened: check the path, and that you may read the file']);
  }
}

function checkEvents(
  { events, holidays }: EventsFile,
  areas: readonly Area[],
): readonly PathProblem[] {
  const unknown = (
    list: 'events' | 'holidays',
    rows: readonly { readonly area: string }[],
  ): readonly PathProblem[] =>
    rows.flatMap(({ area }, at) => {
      const found = codesOf(area, areas);
      if (found.length === 1) return [];
      return [
        {
          path: [list, at, 'area'],
          reason:
            found.length === 0
              ? `"${area}" is no area's code or name`
              : `"${area}" is the name of ${found.length} areas: use a code`,
        },
      ];
    });
  const keys = events.map(({ slug, area }) => `${slug} ${codesOf(area, areas)[0] ?? area}`);
  const repeated = keys.flatMap((key, at) =>
    keys.indexOf(key) < at
      ? [{ path: ['events', at, 'slug'], reason: 'has this place already' }]
      : [],
  );
  return [...unknown('events', events), ...unknown('holidays', holidays), ...repeated];
}

function codesOf(area: string, areas: readonly Area[]): readonly string[] {
  const byCode = areas.filter(({ code }) => code === area);
  const found =
    byCode.length > 0
      ? byCode
      : areas.filter(({ name }) => name.toLowerCase() === area.toLowerCase());
  return found.map(({ code }) => code);
}

function withCodes({ events, holidays }: EventsFile, areas: readonly Area[]): EventsFile {
  const withCode = <T extends { readonly area: string }>(row: T): T => ({
    ...row,
    area: codesOf(row.area, areas)[0] ?? row.area,
  });
  return { events: events.map(withCode), holidays: holidays.map(withCode) };
}

function placeProblem(
  file: string,
  document: Document,
  lines: LineCounter,
  { path, reason }: PathProblem,
): Problem {
  const said = path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('');
  return {
    file: basename(file),
    line: lineOf(document, lines, path),
    reason: `${said.replace(/^\./u, '') || 'the file'}: ${reason}`,
  };
}

/** The line of the value at `path`, or of the nearest thing above it that is there. */
function lineOf(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range =
      typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
  }
  return undefined;
}
