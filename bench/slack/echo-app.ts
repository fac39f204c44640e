import { App, HTTPReceiver } from '@slack/bolt';

// The least that an app on Bolt does: it says back what was typed, as its acknowledgement.
const receiver = new HTTPReceiver({ signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '' });
const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  receiver,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
});
app.command('/mobility', ({ ack, command }) => ack(command.text));
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = 'address' in server ? server.address() : null;
if (address === null || typeof address === 'string') throw new Error('no port');
process.stdout.write(`Echo is running on http://127.0.0.1:${address.port}.\n`);
process.once('SIGTERM', () => process.exit());
