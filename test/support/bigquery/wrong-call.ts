/** A call that is refused, and how. Where it does not say otherwise it asks for the right job. */
export type WrongCall = {
  readonly what: string;
  readonly body?: unknown;
  readonly method?: string;
  readonly path?: string;
  readonly token?: string;
  readonly status: number;
  readonly reason: string;
  readonly says: string;
};

/** Where jobs are made. */
export const jobsPath = '/bigquery/v2/projects/mobility-test/jobs';

/** A job as the double takes it. */
export const rightBody = {
  jobReference: { projectId: 'mobility-test', jobId: 'one', location: 'europe-west2' },
  configuration: {
    query: {
      query: 'SELECT @n AS n',
      useLegacySql: false,
      parameterMode: 'NAMED',
      queryParameters: [
        { name: 'n', parameterType: { type: 'INT64' }, parameterValue: { value: '5' } },
      ],
    },
  },
};
