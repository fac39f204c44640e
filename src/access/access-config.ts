import { z } from 'zod';
import { commands } from '#src/grammar/keys.ts';
import { channelId } from './room.ts';

/** What a person may be besides a member of a channel: each is a user group in Slack. Who has several sees what any of them lets see. */
export const role = z.enum(['official', 'analyst', 'approver', 'dataOwner']);
export type Role = z.output<typeof role>;

/**
 * What may be answered somewhere. `level`: the finest level of places, as the data set names it. `areas`: codes of the places within which all places asked about
 * must lie. `modes`: types of transport that may be told apart; `none`: all together only. `guests`: whether accounts restricted to some channels may read along.
 */
const tier = z.strictObject({
  commands: z.array(z.enum(commands)).min(1),
  level: z.string().min(1),
  areas: z.union([z.literal('all'), z.array(z.string().min(1)).min(1)]),
  modes: z.union([z.literal('all'), z.literal('none'), z.array(z.string().min(1)).min(1)]),
  guests: z.enum(['refuse', 'allow']),
});
export type Tier = Readonly<z.output<typeof tier>>;

const groupId = z
  .string()
  .regex(/^S[A-Z0-9]{2,20}$/u, 'a user group is named by its ID, such as S0123456789');

/**
 * Who may see what: the section `access` of mobility.config.yml. A channel that is not named is answered nowhere. `alone`: the tier of answers that only the
 * person reads, in their direct messages with the bot.
 */
export const accessConfig = z
  .strictObject({
    tiers: z.record(z.string(), tier),
    channels: z.record(channelId, z.string()),
    roles: z.partialRecord(role, z.strictObject({ group: groupId, alone: z.string().optional() })),
  })
  .superRefine(({ tiers, channels, roles }, context) => {
    const named = [
      ...Object.entries(channels).map(([id, name]) => ({ path: ['channels', id], name })),
      ...Object.entries(roles).map(([id, { alone }]) => ({
        path: ['roles', id, 'alone'],
        name: alone,
      })),
    ];
    for (const id of Object.keys(channels))
      if (id.startsWith('D'))
        context.addIssue({
          code: 'custom',
          path: ['channels', id],
          message: 'is a direct message: what people may see alone goes by their role',
        });
    for (const { path, name } of named)
      if (name !== undefined && !Object.hasOwn(tiers, name))
        context.addIssue({
          code: 'custom',
          path,
          message: 'names a tier that is not among the tiers',
        });
  });
export type AccessConfig = Readonly<z.output<typeof accessConfig>>;
