/**
 * Every sentence a chart prints. They are made elsewhere, from the same finding; a chart writes only axis labels, dates of events and `[c]` itself.
 * `source`: footer paragraphs, each wrapped. `usualLabel` names the usual band; `trips` names the vertical axis ("Trips a week"). `alt` is the text alternative.
 */
export type ChartWords = {
  readonly title: string;
  readonly subtitle: string;
  readonly source: readonly string[];
  readonly alt: string;
  readonly usualLabel: string;
  readonly trips: string;
};
