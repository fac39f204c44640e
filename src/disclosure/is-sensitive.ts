/** Whether a figure is about too few devices or trips to be published as it is. Nothing is not sensitive. Source: docs/policy.md, paragraph 3. */
export function isSensitive(trips: number, devices: number, threshold: number): boolean {
  return trips > 0 && (devices < threshold || trips < threshold);
}
