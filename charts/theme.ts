/** Colours of every chart. Source: Government Analysis Function, "Data visualisation: colours in charts"; greys as in ONS charts. */
export const palette = {
  focus: '#12436D',
  unusual: '#8A8A8A',
  ink: '#222222',
  inkSoft: '#414042',
  inkFaint: '#595959',
  grid: '#D9D9D9',
  baseline: '#707071',
  event: '#414042',
  otherEvent: '#8A8A8A',
  period: '#EFEFF0',
  unusualWeek: '#E2E2E4',
  withheld: '#BFBFBF',
  paper: '#FFFFFF',
} as const;

/** Type sizes in pixels at a width of 800. */
export const sizes = { title: 21, subtitle: 15, label: 14, note: 13, small: 12 } as const;

/** Width of every chart and its outer margin, in pixels before scaling. */
export const canvas = { width: 800, margin: 20 } as const;

// The picture edge registers it, and the advance table measures it.
const typeface = 'Open Sans';

/** The Vega-Lite config shared by every chart. */
export const config = {
  font: typeface,
  background: palette.paper,
  view: { stroke: null },
  text: { font: typeface, limit: 0 },
  line: { strokeWidth: 3, strokeCap: 'round', strokeJoin: 'round' },
} as const;
