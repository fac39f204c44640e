/** Where Slack's Web API is, unless another is named. */
export const slackUrl = 'https://slack.com/api/';
