/** Where the protected releases lie in BigQuery. `mostBytes`: what one question may be billed at most. `apiEndpoint`: where BigQuery answers, if not at googleapis.com. */
export type BigQueryPlace = {
  readonly project: string;
  readonly location: string;
  readonly dataset: string;
  readonly mostBytes: number;
  readonly apiEndpoint?: string | undefined;
};
