const { person = '', channel = '', failed = '' } = document.body.dataset;

/** Who looks at the page, and where, as a part of an address. */
export const seat = `as=${encodeURIComponent(person)}&in=${encodeURIComponent(channel)}`;

/** A part of the page, newly made. */
export const get = async (path: string, more = ''): Promise<string> =>
  (await fetch(`${path}?${seat}${more}`)).text();

/** What is said to whoever did something: in a line, and under the fields of a form, by their blocks. */
type Said = { readonly said?: string; readonly wrong?: Readonly<Record<string, string>> };

/** Does something in the name of whoever looks at the page. */
export async function act(deed: Readonly<Record<string, unknown>>): Promise<Said> {
  try {
    const response = await fetch(`/deed?${seat}`, { method: 'POST', body: JSON.stringify(deed) });
    // `as`: the page and its server are of one version.
    return response.ok ? ((await response.json()) as Said) : { said: failed };
  } catch {
    return { said: failed };
  }
}
