import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { releaseInvented } from './release-invented.ts';

// Run as a process of its own: releases the data of a folder under another policy and is killed the moment a stage begins.
const [folder = '', stage = '', threshold = ''] = process.argv.slice(2);
const policy = disclosurePolicy.parse({ threshold: Number(threshold) });
await releaseInvented(folder, {
  policy,
  policyText: JSON.stringify(policy),
  onProgress: (at) => {
    if (at === stage) process.kill(process.pid, 'SIGKILL');
  },
});
