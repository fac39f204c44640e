-- file: Slack's ID of the picture that was uploaded for a message, kept before its bytes go, until it is deleted. content: what was posted, as JSON.
ALTER TABLE outbox ADD COLUMN file text;
ALTER TABLE outbox ADD COLUMN content text;
CREATE INDEX outbox_post ON outbox (channel, ts) WHERE ts IS NOT NULL;
CREATE INDEX outbox_left_files ON outbox (key) WHERE file IS NOT NULL AND state = 'refused';
