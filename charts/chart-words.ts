/** What stands around every chart: `source`: footer paragraphs, each wrapped; `alt` is the text alternative. */
export type FrameWords = {
  readonly title: string;
  readonly subtitle: string;
  readonly source: readonly string[];
  readonly alt: string;
};

/**
 * Every sentence that a chart of a line prints. They are made elsewhere, from the same finding; a chart writes only axis labels, dates of events and `[c]` itself.
 * `usualLabel` names the usual band; `trips` names the vertical axis ("Trips a week").
 */
export type ChartWords = FrameWords & { readonly usualLabel: string; readonly trips: string };
