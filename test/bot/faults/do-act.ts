import { after, only } from '../after.ts';
import type { Scene } from '../open-scene.ts';
import { giveRole, seat, type Seat } from '../seat.ts';
import { waitFor } from '../wait-for.ts';
import type { Act } from './fault-case.ts';

/** Somebody about to do something. */
type Ready = { readonly at: Seat; readonly act: () => Promise<unknown> };

const question = 'region:Alderton since:lift-date';
const misspelt = 'regin:Alderton';

/** Sets somebody in a new channel, the only one that is named in the configuration, with all done that comes before the act. */
export async function prepareAct(scene: Scene, act: Act): Promise<Ready> {
  const { fake } = scene;
  for (const each of Object.keys(scene.access.channels)) delete scene.access.channels[each];
  const type = (at: Seat, text: string) => () => fake.command({ ...at, text });
  switch (act) {
    case 'ask':
    case 'misspell': {
      const at = seat(scene);
      return { at, act: type(at, act === 'ask' ? question : misspelt) };
    }
    case 'mention': {
      const at = seat(scene);
      return { at, act: () => fake.mention({ ...at, text: `@Mobility ${misspelt}` }) };
    }
    case 'compose': {
      const at = seat(scene);
      return { at, act: type(at, '') };
    }
    case 'change': {
      const { at, press } = await prepareChange(scene);
      return { at, act: press };
    }
    case 'submit': {
      const { at, press } = await prepareChange(scene);
      await press();
      const view = await waitFor(() => fake.views().find(({ user }) => user === at.user));
      const values = { 'mobility:question': misspelt };
      return { at, act: () => fake.submit({ user: at.user, view, values }) };
    }
    case 'denied':
    case 'alone': {
      const at = seat(scene, { tier: 'wide' });
      giveRole(scene, 'analyst', { users: [at.user], alone: 'narrow' });
      const denied = type(at, question);
      if (act === 'denied') return { at, act: denied };
      const { told } = await after(scene, denied, { told: 1 });
      const pressed = { user: at.user, message: only(told), actionId: 'mobility:alone' };
      return { at, act: () => fake.press(pressed) };
    }
    case 'home': {
      const at = seat(scene);
      const event = { type: 'app_home_opened', user: at.user, channel: at.channel, tab: 'home' };
      return { at, act: () => fake.event(event) };
    }
    default:
      return act satisfies never;
  }
}

async function prepareChange(scene: Scene) {
  const { fake } = scene;
  const at = seat(scene);
  const { messages } = await after(scene, () => fake.command({ ...at, text: 'status' }), {
    messages: 1,
  });
  const pressed = { user: at.user, message: only(messages), actionId: 'mobility:change' };
  return { at, press: () => fake.press(pressed) };
}
