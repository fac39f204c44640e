import type { Database, Sql } from '#src/edges/store/database.ts';
import { keepRow } from './kept-value.ts';
import type { Sent, Transcript } from './transcript.ts';

/** A database that writes down what is said to it. What is rolled back is forgotten. */
export type RecordingDatabase = {
  readonly database: Database;
  readonly heard: () => Pick<Transcript, 'texts' | 'transactions'>;
};

/** Listens to one caller at a time. */
export function recordingDatabase(real: Database): RecordingDatabase {
  const texts: string[] = [];
  const transactions: Sent[][] = [];
  const place = (text: string): number => {
    const found = texts.indexOf(text);
    return found < 0 ? texts.push(text) - 1 : found;
  };
  const listen = (sql: Sql, said: Sent[]): Sql => ({
    query: async (text, values = []) => {
      const rows = await sql.query(text, values);
      said.push({ text: place(text), values: [...values], rows: rows.map(keepRow) });
      return rows;
    },
  });
  const keep = async <T>(work: (said: Sent[]) => Promise<T>): Promise<T> => {
    const said: Sent[] = [];
    const result = await work(said);
    transactions.push(said);
    return result;
  };
  return {
    heard: () => ({ texts, transactions }),
    database: {
      ...real,
      query: (text, values) => keep((said) => listen(real, said).query(text, values)),
      transaction: (work) => keep((said) => real.transaction((sql) => work(listen(sql, said)))),
    },
  };
}
