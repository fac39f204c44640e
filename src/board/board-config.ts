import { z } from 'zod';

/** The name of a header, as Node gives it. */
const header = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/u, 'is no name of a header, such as X-Forwarded-User')
  .transform((name) => name.toLowerCase());

/** The name or ID of a group, as the proxy passes it on: no comma, which stands between groups, nothing with which one may be quoted, and nothing but ASCII. */
export const groupName = /^[A-Za-z0-9._@:/=+()&#~'-]+(?: +[A-Za-z0-9._@:/=+()&#~'-]+)*$/u;

/**
 * The dashboard behind the identity proxy: the section `board` of mobility.config.yml; without it there is none. `personHeader`, `groupsHeader`: in which the proxy says
 * who looks and, with commas between them, in which groups they are. `secretHeader`: in which it proves that it is the proxy. `groups`: the tier of each group; who is in
 * several has the one that stands first here, and who is in none sees nothing.
 */
export const boardConfig = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(0).max(65_535),
    personHeader: header,
    groupsHeader: header,
    secretHeader: header,
    groups: z
      .array(
        z.strictObject({
          group: z.string().regex(groupName, 'is no name of a group'),
          tier: z.string().min(1),
        }),
      )
      .min(1),
  })
  .superRefine(({ personHeader, groupsHeader, secretHeader }, context) => {
    if (new Set([personHeader, groupsHeader, secretHeader]).size < 3)
      context.addIssue({
        code: 'custom',
        path: ['secretHeader'],
        message: 'must be another header than the others, and they than each other',
      });
  });
export type BoardConfig = Readonly<z.output<typeof boardConfig>>;
