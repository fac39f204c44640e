import { z } from 'zod';

// A form sends everything as text, and what is not text as JSON in it.
const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Text. */
export const text = z.string();

/** A whole number, written out or not. */
export const whole = z.preprocess(parsed, z.int());

/** True or false, written out or not. */
export const flag = z.preprocess(
  (value) => (value === '1' ? true : value === '0' ? false : parsed(value)),
  z.boolean(),
);

/** Anything in JSON. */
export const json = z.preprocess(parsed, z.unknown());

/** How many on a page, and which page. */
export const paged = { cursor: text.optional(), limit: whole.optional() };
