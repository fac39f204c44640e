/** Names that stand for something for a while, such as an address at which somebody can be answered. */
export type Tickets<T> = {
  readonly issue: (about: T) => string;
  readonly read: (ticket: string) => T | undefined;
};

const mostTickets = 1000;

/** `name`: makes a name of a number. The oldest are forgotten. */
export function makeTickets<T>(name: (count: number) => string): Tickets<T> {
  const issued = new Map<string, T>();
  let count = 0;
  return {
    issue: (about) => {
      count += 1;
      const ticket = name(count);
      issued.set(ticket, about);
      const [oldest] = issued.keys();
      if (issued.size > mostTickets && oldest !== undefined) issued.delete(oldest);
      return ticket;
    },
    read: (ticket) => issued.get(ticket),
  };
}
