import { rows, withTables, type Planted } from '#test/queries/source/planted.ts';

const depth = 'an area that lies in itself, or in more than 15 others';
const chain = (length: number) =>
  Array.from({ length }, (_, at) => ({ code: `C${at}`, parent: at === 0 ? 'K' : `C${at - 1}` }));

/** What can be wrong with areas and their other names. */
export const plantedAreas: readonly Planted[] = [
  {
    what: 'no area',
    check: 'areas',
    tables: withTables({ area: [], area_alias: [] }),
    broken: { 'no area': 1 },
  },
  rows(
    'areas',
    'area',
    'an area without a code, name or level',
    { code: null },
    { code: '' },
    { code: 'X', name: null },
    { code: 'Y', level: '' },
  ),
  rows('areas', 'area', 'an area with a control character', { code: 'X', name: 'a\tb' }),
  rows(
    'areas',
    'area',
    'an area that takes the name of a rest',
    { code: 'elsewhere:R1' },
    { code: 'X', level: 'elsewhere' },
  ),
  {
    ...rows('areas', 'area', 'an area that is listed twice', {}, {}),
    broken: { 'an area that is listed twice': 1 },
  },
  rows(
    'areas',
    'area',
    'an area whose parent is not listed',
    { code: 'X', parent: 'R9' },
    { code: 'Y', parent: '' },
  ),
  rows('areas', 'area', depth, { code: 'X', parent: 'X' }),
  {
    ...rows(
      'areas',
      'area',
      depth,
      { code: 'X', parent: 'Y' },
      { code: 'Y', parent: 'Z' },
      { code: 'Z', parent: 'X' },
      { code: 'below', parent: 'Z' },
    ),
    what: 'a circle of three, and what lies below it',
  },
  {
    ...rows('areas', 'area', depth, ...chain(17)),
    what: '15 areas above one, which will do, and 16 and 17',
    broken: { [depth]: 2 },
  },
  rows('areas', 'area_alias', 'an alias without a text', { alias: null }, { alias: '' }),
  rows(
    'areas',
    'area_alias',
    'an alias of an area that is not listed',
    { code: 'R9' },
    { code: null },
  ),
];

/** What can be wrong with modes. */
export const plantedModes: readonly Planted[] = [
  { what: 'no mode', check: 'modes', tables: withTables({ mode: [] }), broken: { 'no mode': 1 } },
  rows(
    'modes',
    'mode',
    'a mode without a value, label or sort',
    { value: null },
    { value: '' },
    { value: 'x', label: null },
    { value: 'y', sort: null },
  ),
  rows(
    'modes',
    'mode',
    'a mode that is not lower-case words joined by "-"',
    { value: 'Tram' },
    { value: 'on foot' },
    { value: 'a\nb' },
  ),
  rows('modes', 'mode', 'a mode that is listed twice', {}),
  rows('modes', 'mode', 'the mode "all" beside others', { value: 'all' }),
  {
    what: 'the mode "all" alone, which will do',
    check: 'modes',
    tables: withTables({ mode: [{ value: 'all', label: 'All', sort: 1 }] }),
    broken: {},
  },
];
