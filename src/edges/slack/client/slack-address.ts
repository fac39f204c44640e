/** Whether an address leads to this computer alone. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname)
  );
}

const slackHost = /(?:^|\.)slack(?:-gov)?\.com$/u;

/** Whether bytes may be sent to an address: Slack's own, encrypted; or that of `apiUrl`, where this is a test on loopback. */
export const isUploadAddress = (address: string, apiUrl: string): boolean =>
  isAddress(address, apiUrl, (host) => slackHost.test(host));

/** Whether an answer may be sent to an address: that of Slack's hooks, encrypted; or that of `apiUrl`, where this is a test on loopback. */
export const isHookAddress = (address: string, apiUrl: string): boolean =>
  isAddress(
    address,
    apiUrl,
    (host) => host === 'hooks.slack.com' || host === 'hooks.slack-gov.com',
  );

function isAddress(address: string, apiUrl: string, isSlack: (host: string) => boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, port, username } = new URL(address);
  if (isLoopback(apiUrl) && host === new URL(apiUrl).host) return true;
  return protocol === 'https:' && port === '' && username === '' && isSlack(hostname);
}
