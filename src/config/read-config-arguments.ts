import { channelId, type ChannelId } from '#src/access/room.ts';

/** What `npm run config` is asked to do. */
export type ConfigArguments =
  | { readonly kind: 'explain'; readonly channel: ChannelId }
  | { readonly kind: 'help' }
  | { readonly kind: 'misunderstood'; readonly message: string };

export const configUsage = `npm run config -- explain C0123456789    who may see what in a channel, and why

A channel is named by its ID: in Slack, open the details of the channel; it stands at the end of About.
SLACK_BOT_TOKEN is the bot token, MOBILITY_CONFIG another configuration than mobility.config.yml.`;

/** Reads the arguments after `config`. */
export function readConfigArguments(argv: readonly string[]): ConfigArguments {
  if (argv.some((word) => word === '--help' || word === '-h')) return { kind: 'help' };
  const [task, given, ...rest] = argv;
  if (task !== 'explain')
    return misunderstood('Say what to do: npm run config -- explain C0123456789');
  if (given === undefined)
    return misunderstood('Name a channel by its ID: npm run config -- explain C0123456789');
  if (rest.length > 0)
    return misunderstood('Name one channel at a time: npm run config -- explain C0123456789');
  return readChannel(given);
}

function readChannel(given: string): ConfigArguments {
  const { data: channel } = channelId.safeParse(given);
  if (channel === undefined)
    return misunderstood(
      'That is no ID of a channel. Names can change, so a channel is named by its ID: in Slack, open the details of the channel; it stands at the end of About, such as C0123456789',
    );
  if (channel.startsWith('D'))
    return misunderstood(
      'That is a direct message, where what may be asked goes by the roles of the person. Name a channel instead: the roles are explained with it',
    );
  return { kind: 'explain', channel };
}

const misunderstood = (message: string): ConfigArguments => ({ kind: 'misunderstood', message });
