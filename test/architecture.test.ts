import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');

/** One source file, by its path from the project's root, and its text. */
type Source = { readonly path: string; readonly text: string };

function readSources(): readonly Source[] {
  return ['src', 'commands', 'queries', 'charts'].flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({
        path: `${room}/${name}`,
        text: readFileSync(join(project, room, name), 'utf8'),
      })),
  );
}

const specifier = /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?\s*'([^']+)'|\bimport\('([^']+)'\)/gmu;

/** What a file imports: paths of the project, or the names of packages. */
function importsOf({ path, text }: Source): readonly string[] {
  return [...text.matchAll(specifier)].map(([, stated, loaded]) => {
    const name = stated ?? loaded ?? '';
    if (name.startsWith('#')) return name.slice(1);
    return name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
  });
}

const core = ['grammar', 'disclosure', 'statistics', 'summary', 'access', 'state'].map(
  (room) => `src/${room}/`,
);
const coreFiles = [
  'refusal',
  'fault',
  'finding',
  'compare-finding',
  'flows-finding',
  'method-finding',
  'day-finding',
  'area',
  'week',
  'policy-event',
  'release-info',
  'date-words',
  'feet',
  'ports',
  'incoming',
  'post',
  'slack-port',
  'say-fault',
].map((name) => `src/${name}.ts`);
const isCore = (path: string) =>
  core.some((room) => path.startsWith(room)) || coreFiles.includes(path);
const edgeOf = (path: string) => /^src\/edges\/([^/]+)\//u.exec(path)?.[1];
const impure = /\b(Date\.now|new Date\(\)|Math\.random|process\.|console\.|fetch\(|performance\.)/u;

const botStarters = [
  'bot-settings',
  'favour-front',
  'open-board',
  'open-office',
  'read-board-settings',
  'read-channel-bytes',
  'office-thread',
  'playground/open-local-bot',
  'playground/run-playground',
  'playground/start-playground',
  'start',
  'start-bot',
  'start-office-thread',
  'take-up-releases',
  'told-to-end',
  'watch-release',
].map((name) => `src/bot/${name}.ts`);

/** Which imports break an arrow: by the room a file is in. */
const arrows: readonly {
  readonly from: (path: string) => boolean;
  readonly allows: (to: string, path: string) => boolean;
}[] = [
  { from: isCore, allows: (to) => isCore(to) || to === 'zod' },
  {
    from: (path) => path.startsWith('src/disclosure/attack/'),
    allows: (to) =>
      to.startsWith('src/disclosure/attack/') || ['src/ports.ts', 'src/fault.ts'].includes(to),
  },
  {
    from: (path) => path.startsWith('queries/'),
    allows: (to) => to === 'zod' || to.startsWith('queries/') || isCore(to),
  },
  {
    from: (path) => path.startsWith('charts/'),
    allows: (to) =>
      [
        'src/finding.ts',
        'src/compare-finding.ts',
        'src/flows-finding.ts',
        'src/day-finding.ts',
        'src/ports.ts',
        'src/week.ts',
        'src/date-words.ts',
        'src/policy-event.ts',
        'src/area.ts',
        'src/disclosure/protected.ts',
      ].includes(to) ||
      to.startsWith('charts/') ||
      to.startsWith('src/statistics/'),
  },
  {
    from: (path) => path.startsWith('commands/'),
    allows: (to) => isCore(to) || /^(commands|queries|charts)\//u.test(to),
  },
  {
    // The office knows its edges by their types alone; those that start it make them.
    from: (path) => path.startsWith('src/bot/') && !botStarters.includes(path),
    allows: (to) =>
      isCore(to) ||
      to === 'zod' ||
      to.startsWith('src/bot/') ||
      to.startsWith('src/board/') ||
      [
        'src/answer.ts',
        'src/audit/answer-event.ts',
        'src/http/reply.ts',
        'src/within-time.ts',
      ].includes(to),
  },
  {
    from: (path) => path.startsWith('src/board/'),
    allows: (to, path) =>
      isCore(to) ||
      to === 'zod' ||
      to.startsWith('src/board/') ||
      to.startsWith('src/html/') ||
      to === 'src/http/reply.ts' ||
      to === 'src/answer.ts' ||
      (path === 'src/board/read-board-file.ts' &&
        (to.startsWith('node:') || to === 'src/http/read-script.ts')),
  },
  { from: (path) => path.startsWith('src/html/'), allows: (to) => to.startsWith('src/html/') },
  {
    from: (path) => path.startsWith('src/http/'),
    allows: (to) => to.startsWith('src/http/') || to.startsWith('node:') || to === 'src/fault.ts',
  },
  {
    from: (path) => path.startsWith('src/edges/'),
    allows: (to, path) =>
      !/^(commands\/|queries\/|charts\/|src\/((release|bot|doctor|config|manifest|audit)\/|(answer|ask|main)\.ts))/u.test(
        to,
      ) && (edgeOf(to) ?? edgeOf(path)) === edgeOf(path),
  },
];

function brokenArrows(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) =>
    arrows
      .filter(({ from }) => from(source.path))
      .flatMap(({ allows }) =>
        importsOf(source)
          .filter((to) => !allows(to, source.path))
          .map((to) => `${source.path} imports ${to}`),
      ),
  );
}

/** Every file that a file loads at start or on demand. */
function reachable(start: string, sources: readonly Source[]): ReadonlySet<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const seen = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const source = byPath.get(path);
    if (source === undefined || seen.has(path)) continue;
    seen.add(path);
    open.push(...importsOf(source));
  }
  return seen;
}

const impureCore = (sources: readonly Source[]) =>
  sources.filter(({ path, text }) => isCore(path) && impure.test(text)).map(({ path }) => path);

test('every room imports only what lies below it', () => {
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(60);
  for (const room of [
    'src/grammar',
    'src/disclosure',
    'src/statistics',
    'src/summary',
    'src/edges',
    'src/release',
    'src/bot',
    'src/board',
    'src/http',
    'src/access',
    'commands',
    'queries',
    'charts',
  ]) {
    expect(sources.filter(({ path }) => path.startsWith(room)).length, room).toBeGreaterThan(2);
  }
  expect(brokenArrows(sources)).toEqual([]);
});

test('the core is pure: no clock, no chance, no process, no network', () => {
  expect(impureCore(readSources())).toEqual([]);
});

test.each(['src/ask.ts', 'src/bot/start.ts', 'src/bot/office-thread.ts'])(
  'what answers a question never loads what opens raw data: %s',
  (start) => {
    const answering = reachable(start, readSources());
    expect(answering.size).toBeGreaterThan(40);
    expect([...answering].filter((path) => path.startsWith('src/release/'))).toEqual([]);
    expect(
      [...answering]
        .filter((path) => path.startsWith('src/disclosure/'))
        .map((path) => relative('src/disclosure', path)),
    ).not.toContain('protect.ts');
  },
);

/** Who may use what makes, unseals or passes on protected data, or opens a database: anybody else is a fault. */
const guarded: readonly { readonly use: RegExp; readonly by: readonly string[] }[] = [
  {
    use: /from '@duckdb\/node-api'/u,
    by: ['src/edges/warehouse/', 'src/release/'],
  },
  { use: /\bprotect\(/u, by: ['src/disclosure/protect.ts', 'src/release/protect-figures.ts'] },
  {
    use: /\brepublish\(/u,
    by: [
      'src/disclosure/protect.ts',
      'src/release/protect-figures.ts',
      'src/release/restore-release.ts',
      'src/release/gate/',
    ],
  },
  {
    use: /\bsealRelease\b/u,
    by: ['src/disclosure/protected.ts', 'src/edges/warehouse/read-release.ts'],
  },
  {
    use: /\breadSealed\b/u,
    by: [
      'src/disclosure/protected.ts',
      'src/edges/warehouse/make-duckdb-warehouse.ts',
      'src/edges/warehouse/make-bigquery-warehouse.ts',
    ],
  },
  {
    use: /\bderiveAll\b/u,
    by: [
      'src/disclosure/protected.ts',
      'src/statistics/trend/find-trend.ts',
      'src/statistics/compare/find-compare.ts',
      'src/statistics/flows/find-flows.ts',
      'src/statistics/day/find-days.ts',
      'src/statistics/method/find-trend-method.ts',
      'src/statistics/method/find-compare-method.ts',
    ],
  },
];

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');

function trespassers(sources: readonly Source[]): readonly string[] {
  return guarded.flatMap(({ use, by }) =>
    sources
      .filter(
        ({ path, text }) =>
          use.test(withoutComments(text)) && !by.some((room) => path.startsWith(room)),
      )
      .map(({ path }) => `${path} uses ${use.source}`),
  );
}

test('only a few files make, unseal or pass on protected data, or open a database', () => {
  const sources = readSources();
  for (const { use } of guarded) {
    expect(
      sources.filter(({ text }) => use.test(withoutComments(text))).length,
      use.source,
    ).toBeGreaterThan(1);
  }
  expect(trespassers(sources)).toEqual([]);
});

test('planted faults are found', () => {
  const planted = (path: string, text: string): readonly Source[] => [{ path, text }];
  const broken = [
    planted('src/grammar/a.ts', "import { readFile } from 'node:fs';"),
    planted('src/statistics/a.ts', "import { b } from '#src/edges/log/b.ts';"),
    planted('src/edges/log/a.ts', "import { b } from '#src/edges/render/b.ts';"),
    planted('src/edges/log/a.ts', "import { b } from '../render/b.ts';"),
    planted('src/edges/warehouse/a.ts', "import { b } from '#src/release/b.ts';"),
    planted('charts/a.ts', "import { b } from '#src/disclosure/cube.ts';"),
    planted('src/board/a.ts', "import { b } from '#src/edges/log/b.ts';"),
    planted('src/board/a.ts', "import { reply } from '#commands/index.ts';"),
    planted('src/board/a.ts', "import { serve } from '#src/http/serve.ts';"),
    planted('src/board/a.ts', "import { readScript } from '#src/http/read-script.ts';"),
    planted('src/html/a.ts', "import { serve } from '#src/http/serve.ts';"),
    planted('src/http/a.ts', "import { words } from '#src/board/words.ts';"),
    planted('queries/a.ts', "import { b } from '@duckdb/node-api';"),
    planted('commands/a.ts', "const b = await import('node:fs');"),
  ];
  for (const sources of broken) expect(brokenArrows(sources), sources[0]?.text).toHaveLength(1);
  expect(impureCore(planted('src/summary/a.ts', 'const now = Date.now();'))).toHaveLength(1);
  for (const text of [
    "import { DuckDBInstance } from '@duckdb/node-api';",
    'deriveAll(rows, f)',
    'readSealed(rows, s)',
    'sealRelease(r)',
    'protect(cube)',
    'republish(cube, baseline)',
  ])
    expect(trespassers(planted('commands/a.ts', text)), text).toHaveLength(1);
  const chain = [
    { path: 'src/ask.ts', text: "import { b } from '#src/b.ts';" },
    { path: 'src/b.ts', text: "const c = await import('#src/release/c.ts');" },
    { path: 'src/release/c.ts', text: '' },
  ];
  expect(reachable('src/ask.ts', chain)).toContain('src/release/c.ts');
});
