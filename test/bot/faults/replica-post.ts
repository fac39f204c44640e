import { z } from 'zod';
import { accessConfig } from '#src/access/access-config.ts';

/** What a replica of the bot is told as it starts. `release`: a release file; `databaseUrl`: else the state lies under `home`. */
export const replicaPost = z.strictObject({
  home: z.string(),
  release: z.string(),
  databaseUrl: z.string().optional(),
  auditKeyFile: z.string().optional(),
  apiUrl: z.string(),
  token: z.string(),
  signingSecret: z.string(),
  access: accessConfig,
  leaseMs: z.number(),
});
export type ReplicaPost = Readonly<z.input<typeof replicaPost>>;
