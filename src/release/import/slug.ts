/** A short lower-case word for codes and question values: "West Midlands (met. county)" → "west-midlands-met-county". Empty where `text` has no letter or digit. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
