import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';

/** What a chain of calls is doing. `next` is the step that its next transaction begins; `counts`, how often each statement came in this one. */
export type Course = { step: string; next: string; counts: Map<string, number> };

export const courses = new AsyncLocalStorage<Course>();

type Query = (this: Client, ...args: unknown[]) => unknown;

/**
 * From here on every statement of a course comes to three boundaries: before it is sent, once it is sent and before its answer is read, and after its answer. The
 * statement goes to the system as it is sent, so that a process that dies there has sent it.
 */
export function watchStatements(reach: (boundary: string) => void): void {
  // `pg` gives no other place where BEGIN and COMMIT can be seen. Its overloads take a text, or an object with one, and perhaps a callback.
  const query = Reflect.get(Client.prototype, 'query') as Query;
  const watched: Query = function watched(...args) {
    const course = courses.getStore();
    if (course === undefined) return query.apply(this, args);
    const name = nameStatement(course, textOf(args[0]));
    reach(`${name}, before`);
    const callback = args.at(-1);
    if (typeof callback !== 'function') {
      const answer = query.apply(this, args);
      reach(`${name}, sent`);
      return Promise.resolve(answer).then((result) => {
        reach(`${name}, after`);
        return result;
      });
    }
    const answered = (...results: readonly unknown[]): unknown => {
      reach(`${name}, after`);
      return Reflect.apply(callback, undefined, results);
    };
    const answer = query.apply(this, [...args.slice(0, -1), answered]);
    reach(`${name}, sent`);
    return answer;
  };
  Object.assign(Client.prototype, { query: watched });
}

const textOf = (given: unknown): string => {
  if (typeof given === 'string') return given;
  const isQuery = typeof given === 'object' && given !== null && 'text' in given;
  return isQuery && typeof given.text === 'string' ? given.text : '';
};

/** A statement by its step, its verb and its table: "claim: UPDATE outbox". The second of a kind in a transaction has its number. */
function nameStatement(course: Course, text: string): string {
  const words = text.replaceAll(/\s+/gu, ' ').trim();
  if (words.startsWith('BEGIN')) {
    course.step = course.next;
    // A claim that finds something is begun.
    course.next = course.step === 'claim' ? 'begin' : 'hand back';
    course.counts.clear();
  }
  const table = /\b(?:INSERT INTO|UPDATE|FROM) (?<table>[a-z_]+)/u.exec(
    words.startsWith('WITH') ? words.replace(/^.*?\) UPDATE/u, 'UPDATE') : words,
  )?.groups?.['table'];
  const verb = words.startsWith('WITH') ? 'UPDATE' : (words.split(' ')[0] ?? '');
  const statement = table === undefined ? verb : `${verb} ${table}`;
  const count = (course.counts.get(statement) ?? 0) + 1;
  course.counts.set(statement, count);
  return `${course.step}: ${statement}${count === 1 ? '' : ` ${count}`}`;
}
