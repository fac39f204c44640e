import { z } from 'zod';

const field = z.string().min(1).max(200).optional();

/**
 * A question as a form holds it, field by field; absent: not filled in. `place`, `beside`: places as they are typed, such as `region:London`. `event`: its slug. `from`, `to`:
 * days. `mode`: a type of transport, by its value.
 */
export const formFields = z.strictObject({
  place: field,
  beside: field,
  event: field,
  from: field,
  to: field,
  mode: field,
});
export type FormFields = Readonly<z.output<typeof formFields>>;
