const { person = '', channel = '', failed = '' } = document.body.dataset;

/** Who looks at the page, and where, as a part of an address. */
export const seat = `as=${encodeURIComponent(person)}&in=${encodeURIComponent(channel)}`;

/** A part of the page, newly made. */
export const get = async (path: string, more = ''): Promise<string> =>
  (await fetch(`${path}?${seat}${more}`)).text();

/** Does something in the name of whoever looks at the page. What is said to it beside the messages, if anything. */
export async function act(deed: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  try {
    const response = await fetch(`/deed?${seat}`, { method: 'POST', body: JSON.stringify(deed) });
    if (!response.ok) return failed;
    // `as`: the page and its server are of one version.
    const { said } = (await response.json()) as { readonly said?: string };
    return said;
  } catch {
    return failed;
  }
}
