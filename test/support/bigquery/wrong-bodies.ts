import { rightBody, type WrongCall } from './wrong-call.ts';

const withQuery = (query: object) => ({
  ...rightBody,
  configuration: { query: { ...rightBody.configuration.query, ...query } },
});
const withReference = (reference: object) => ({
  ...rightBody,
  jobReference: { ...rightBody.jobReference, ...reference },
});
const withParameter = (parameter: object) =>
  withQuery({ queryParameters: [{ name: 'n', ...parameter }] });

const bad = (what: string, says: string, body: unknown): WrongCall => ({
  what,
  body,
  status: 400,
  reason: 'invalid',
  says,
});

/** Jobs that the double refuses to make, for what their body says. */
export const wrongBodies: readonly WrongCall[] = [
  bad('an unknown field of the job', '"extra" at \'job\'', { ...rightBody, extra: 1 }),
  bad(
    'an unknown field of the query',
    '"extra" at \'job.configuration.query\'',
    withQuery({ extra: 1 }),
  ),
  bad('legacy SQL', 'job.configuration.query.useLegacySql', withQuery({ useLegacySql: true })),
  bad(
    'positional parameters',
    'job.configuration.query.parameterMode',
    withQuery({ parameterMode: 'POSITIONAL' }),
  ),
  bad(
    'no parameter mode',
    'job.configuration.query.parameterMode',
    withQuery({ parameterMode: undefined }),
  ),
  bad(
    'no parameters',
    'job.configuration.query.queryParameters',
    withQuery({ queryParameters: undefined }),
  ),
  bad('a limit that is no text', 'maximumBytesBilled', withQuery({ maximumBytesBilled: 5 })),
  bad(
    'a parameter without a value',
    'parameter n needs',
    withParameter({ parameterType: { type: 'DATE' }, parameterValue: {} }),
  ),
  bad(
    'a parameter without a type',
    'parameter n needs',
    withParameter({ parameterValue: { value: '5' } }),
  ),
  bad(
    'a value of another type',
    'parameter n needs',
    withParameter({ parameterType: { type: 'INT64' }, parameterValue: { value: 'x' } }),
  ),
  bad(
    'a date that is none',
    'parameter n needs',
    withParameter({ parameterType: { type: 'DATE' }, parameterValue: { value: '2021-02-30' } }),
  ),
  bad(
    'a type that no query of ours has',
    'parameter n needs',
    withParameter({ parameterType: { type: 'BYTES' }, parameterValue: { value: 'eA==' } }),
  ),
  bad(
    'a parameter that stands twice',
    'parameter n is given twice',
    withQuery({
      queryParameters: [
        ...rightBody.configuration.query.queryParameters,
        ...rightBody.configuration.query.queryParameters,
      ],
    }),
  ),
  bad('a job id with a space', 'job.jobReference.jobId', withReference({ jobId: 'a b' })),
  bad('no job id', 'job.jobReference.jobId', withReference({ jobId: undefined })),
  bad('another location', 'job.jobReference.location', withReference({ location: 'US' })),
  bad('no location', 'job.jobReference.location', withReference({ location: undefined })),
  bad(
    'another project in the body',
    'job.jobReference.projectId',
    withReference({ projectId: 'another-project' }),
  ),
  bad('a label in capitals', 'job.configuration.labels', {
    ...rightBody,
    configuration: { ...rightBody.configuration, labels: { Query: 'x' } },
  }),
  bad('a body that is not JSON', "Invalid value at 'job'", '{'),
];
