-- What the release says of itself.
SELECT
  self.release_id AS releaseId,
  self.dataset AS dataset,
  self.source AS source,
  self.synthetic AS synthetic,
  self.first_day AS firstDay,
  self.last_day AS lastDay,
  self.mechanism AS mechanism,
  self.policy_hash AS policyHash,
  self.key_id AS keyId,
  self.threshold AS threshold,
  self.base AS base,
  self.rounding AS rounding
FROM `protected.release` AS self
ORDER BY
  releaseId, dataset, source, synthetic, firstDay, lastDay, mechanism, policyHash, keyId, threshold, base, rounding
