import { openLocalBot } from '#src/bot/playground/open-local-bot.ts';
import type { LiveRelease } from '#src/bot/live-release.ts';
import { named, placeOf, type Stage } from './stage.ts';
import { tiers } from './open-playground.ts';

/** The workspace of the local page. */
export async function openLocalStage(release: LiveRelease): Promise<Stage> {
  const report = (fault: unknown): string => {
    throw fault;
  };
  const { workspace, receiver, stop } = await openLocalBot({ release, tiers, report });
  const { town, talk, screens } = workspace;
  const person = (name: string) => named(name, town.people).id;
  // A direct message is one of many of its name.
  const channelOf = (name: string) =>
    named(
      name,
      town.channels.filter(({ kind }) => kind !== 'direct'),
    );
  const all = () =>
    town.channels
      .flatMap(({ id }) => [
        ...new Set(town.people.flatMap((someone) => talk.seen(id, someone.id))),
      ])
      .filter(({ author }) => author === undefined)
      .sort((a, b) => a.ts.localeCompare(b.ts));
  const message = (at: number) => {
    const found = all()[at];
    if (found === undefined) throw new Error(`there is no message ${at}`);
    return found;
  };
  const formOf = (name: string) => {
    const form = screens.form(person(name));
    if (form === undefined) throw new Error(`${name} has no form`);
    return form;
  };
  return {
    command: (name, channel, text) => receiver.command(person(name), channelOf(channel).id, text),
    press: (name, at, action) => {
      const pressed = message(at);
      for (const block of pressed.blocks)
        if (block.type === 'actions')
          for (const element of block.elements)
            if (element.type === 'button' && element.action_id === action)
              return receiver.press(person(name), {
                message: pressed,
                action,
                block: block.block_id ?? '',
                value: element.value ?? '',
              });
      throw new Error(`message ${at} has no button ${action}`);
    },
    explain: (name, at) => receiver.explain(person(name), message(at)),
    mention: (name, channel, at, text) =>
      receiver.mention(
        person(name),
        channelOf(channel).id,
        at === undefined ? undefined : message(at).ts,
        text,
      ),
    pressHome: async (name, label) => {
      for (const block of screens.home(person(name))?.blocks ?? [])
        if (block.type === 'actions')
          for (const element of block.elements)
            if (element.type === 'button' && element.text.text === label)
              return receiver.pressHome(person(name), {
                action: element.action_id ?? '',
                block: block.block_id ?? '',
                value: element.value ?? '',
              });
      throw new Error(`the page has no button ${label}`);
    },
    submit: async (name, filled) => {
      const wrong = await receiver.submit(person(name), formOf(name), filled);
      return Object.values(wrong).join(' ') || undefined;
    },
    edit: (name, block, filled) => receiver.edit(person(name), formOf(name), block, filled),
    search: async (name, block, query) => {
      const found = await receiver.search(person(name), formOf(name), block, query);
      return found.map(({ value }) => value);
    },
    openHome: (name) => receiver.openHome(person(name)),
    form: (name) => screens.form(person(name))?.view,
    home: (name) => screens.home(person(name)),
    messages: () => {
      const messages = all();
      return messages.map(({ channel, thread, onlyFor, text, blocks }) => ({
        channel: town.channels.find(({ id }) => id === channel)?.name ?? channel,
        thread: placeOf(thread, messages),
        onlyFor: town.people.find(({ id }) => id === onlyFor)?.name,
        text,
        blocks,
      }));
    },
    close: stop,
  };
}
