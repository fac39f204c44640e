import { z } from 'zod';

const chosen = z.object({
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
});

/** What is filled in, by the `block_id` of its field; a field has one element. Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
export const filledFields = z.record(z.string(), z.record(z.string(), chosen)).transform((values) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([block, elements]) =>
      Object.values(elements).flatMap(({ selected_option, selected_date }) => {
        const value = selected_option?.value ?? selected_date ?? undefined;
        return value === undefined ? [] : [[block, value]];
      }),
    ),
  ),
);
