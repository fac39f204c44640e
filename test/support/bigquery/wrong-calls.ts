import { jobsPath, type WrongCall } from './wrong-call.ts';

const results = '/bigquery/v2/projects/mobility-test/queries/one';

/** Calls that the double refuses, whatever their body says. */
export const wrongCalls: readonly WrongCall[] = [
  {
    what: 'an unknown parameter of the address',
    path: `${jobsPath}?colour=red`,
    status: 400,
    reason: 'invalid',
    says: '"colour" at \'query\'',
  },
  {
    what: 'results without a location',
    method: 'GET',
    path: results,
    status: 400,
    reason: 'invalid',
    says: 'query.location',
  },
  {
    what: 'results at another location',
    method: 'GET',
    path: `${results}?location=US`,
    status: 404,
    reason: 'notFound',
    says: 'Not found: Job',
  },
  {
    what: 'the quick way to query',
    path: '/bigquery/v2/projects/mobility-test/queries',
    status: 404,
    reason: 'notFound',
    says: 'POST /queries is not among the calls',
  },
  {
    what: 'another project',
    path: '/bigquery/v2/projects/another-project/jobs',
    status: 404,
    reason: 'notFound',
    says: 'Not found: Project another-project',
  },
  {
    what: 'no token',
    token: '',
    status: 401,
    reason: 'authError',
    says: 'invalid authentication credentials',
  },
  {
    what: 'a token of nobody',
    token: 'Bearer token-x',
    status: 401,
    reason: 'authError',
    says: 'invalid authentication credentials',
  },
  {
    what: 'an account that may run nothing',
    token: 'Bearer token-c',
    status: 403,
    reason: 'accessDenied',
    says: 'bigquery.jobs.create',
  },
];
