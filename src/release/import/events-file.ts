import { z } from 'zod';

const text = z
  .string('must be text; a code of digits needs quotation marks')
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must be at most 200 characters');
const isoDate = z.iso.date('must be a date such as 2022-01-19');

const event = z.strictObject({
  slug: z
    .string()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/u,
      'must be lower-case words joined by "-", such as lift-date',
    ),
  area: text,
  date: isoDate,
  kind: z
    .string()
    .regex(
      /^[a-z0-9]+(_[a-z0-9]+)*$/u,
      'must be lower-case words joined by "_", such as lockdown_start',
    ),
  clause: text,
  label: text,
  source: text,
  url: z.url({ protocol: /^https?$/u, error: 'must be a web address' }),
  confidence: z.enum(['high', 'medium', 'low']).default('high'),
});

const holiday = z
  .strictObject({
    area: text,
    from: isoDate,
    to: isoDate,
    kind: z.enum(['bankHoliday', 'schoolHoliday', 'christmas', 'fault']),
    label: text,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' });

/** What an events file may hold: policy dates, and periods (both ends count) in which weeks are not ordinary. `area` is a code or a name. */
export const eventsFile = z.strictObject({
  events: z.array(event).default([]),
  holidays: z.array(holiday).default([]),
});

export type EventsFile = z.output<typeof eventsFile>;
