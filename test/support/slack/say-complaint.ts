import type { z } from 'zod';

/** An issue in Slack's own way: what must be, then where, as a JSON pointer under `root`. No value is repeated. */
export function sayComplaint(issue: z.core.$ZodIssue, root = ''): string {
  const pointer = `${root}/${issue.path.map(String).join('/')}`.replace(/\/$/u, '');
  return `${sayRule(issue)} [json-pointer:${pointer}]`;
}

function sayRule(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `must be less than ${Number(issue.maximum) + 1} characters`
        : issue.origin === 'array'
          ? `no more than ${issue.maximum} items allowed`
          : `must be no more than ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must be more than ${Number(issue.minimum) - 1} characters`
        : issue.origin === 'array'
          ? `no fewer than ${issue.minimum} items allowed`
          : `must be no less than ${issue.minimum}`;
    case 'unrecognized_keys':
      return `no additional properties allowed: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? 'failed to match all allowed schemas'
        : 'unsupported type';
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('received undefined')
        ? 'missing required field'
        : `must provide ${issue.expected}`;
    case 'invalid_value':
      return 'must be a valid enum value';
    case 'custom':
    case 'invalid_format':
      return issue.message;
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return `failed ${issue.code}`;
    default:
      return issue satisfies never;
  }
}
