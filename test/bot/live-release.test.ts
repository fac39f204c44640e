import { beforeEach, describe, expect, test } from 'vitest';
import type { Edges } from '#src/answer.ts';
import { makeLiveRelease, type ReleaseSource } from '#src/bot/live-release.ts';

let pointed: string | undefined;
let opened: string[];
let closed: string[];
let isBroken: boolean;
let over: () => void;

beforeEach(() => {
  pointed = 'first';
  opened = [];
  closed = [];
  isBroken = false;
});

/** An opened release that is told apart by its name. */
const release = (name: string) => {
  const warehouse = {
    release: { releaseId: name },
    close: () => Promise.resolve(void closed.push(name)),
  };
  // `as`: no question is asked of it.
  return { warehouse, edges: { desk: { warehouse } } } as unknown as Awaited<
    ReturnType<ReleaseSource['open']>
  >;
};

const source: ReleaseSource = {
  name: () => Promise.resolve(pointed),
  open: async () => {
    if (isBroken) throw new Error('unreadable');
    opened.push(pointed ?? 'none');
    return release(pointed ?? 'none');
  },
  pause: () =>
    new Promise((resolve) => {
      over = resolve;
    }),
  lingerMs: 1000,
};

const nameOf = (edges: Edges | undefined): string | undefined =>
  edges?.desk.warehouse.release.releaseId;

describe('the release that answers', () => {
  test('is opened once, however often it is looked at', async () => {
    const live = makeLiveRelease(source);
    expect(live.current()).toBeUndefined();
    expect(await Promise.all([live.look(), live.look()])).toEqual([true, true]);
    expect(await live.look()).toBe(false);
    expect(nameOf(live.current())).toBe('first');
    expect(opened).toEqual(['first']);
  });

  test('gives way to the next, and is closed once questions under way have had their time', async () => {
    const live = makeLiveRelease(source);
    await live.look();
    pointed = 'second';
    expect(await live.look()).toBe(true);
    expect(nameOf(live.current())).toBe('second');
    expect(closed).toEqual([]);
    over();
    await Promise.resolve();
    expect(closed).toEqual(['first']);
  });

  test('answers no more once it was withdrawn', async () => {
    const live = makeLiveRelease(source);
    await live.look();
    pointed = undefined;
    expect(await live.look()).toBe(true);
    expect(live.current()).toBeUndefined();
    expect(await live.look()).toBe(false);
  });

  test('goes on answering where the next one cannot be opened, which is tried again', async () => {
    const live = makeLiveRelease(source);
    await live.look();
    pointed = 'second';
    isBroken = true;
    await expect(live.look()).rejects.toThrow('unreadable');
    expect(nameOf(live.current())).toBe('first');
    expect(closed).toEqual([]);
    isBroken = false;
    expect(await live.look()).toBe(true);
    expect(nameOf(live.current())).toBe('second');
  });

  test('is closed at the end', async () => {
    const live = makeLiveRelease(source);
    await live.look();
    await live.close();
    expect(closed).toEqual(['first']);
  });
});
