import { expect, test } from 'vitest';
import { countCalls, faultOf, personOf, withRig } from './rig.ts';

test(
  'somebody is told as Slack describes them; of whom it does not know, a stranger',
  withRig(async ({ fake, slack }) => {
    const guest = fake.addUser({ isGuest: true });
    expect(await slack.readPerson(personOf(guest))).toEqual({
      id: guest.id,
      isGuest: true,
      isStranger: false,
      isBot: false,
      isDeleted: false,
    });
    expect(await slack.readPerson(personOf({ id: 'U0NOBODY' }))).toMatchObject({
      isStranger: true,
    });
  }),
);

test(
  'the members of a user group may be a minute old, no more',
  withRig(async (rig) => {
    const group = rig.fake.addUserGroup({ users: ['U0ONE'] });
    const read = () => rig.slack.readGroup(group.id);
    const [one, same] = await Promise.all([read(), read()]);
    expect([...one]).toEqual(['U0ONE']);
    expect([...same]).toEqual(['U0ONE']);
    expect(countCalls(rig, 'usergroups.users.list')).toBe(1);
    group.users.push('U0TWO');
    rig.clock.ms += 59_000;
    expect((await read()).size).toBe(1);
    rig.clock.ms += 1_000;
    expect((await read()).size).toBe(2);
  }),
);

test(
  'a user group that Slack does not know, or that is disabled, is empty; a failure is not kept',
  withRig(async (rig) => {
    expect((await rig.slack.readGroup('S0NONE')).size).toBe(0);
    const group = rig.fake.addUserGroup({ users: ['U0ONE'] });
    rig.fake.fail('usergroups.users.list', { kind: 'error', error: 'plan_upgrade_required' });
    expect(await faultOf(rig.slack.readGroup(group.id))).toMatchObject({
      code: 'plan_upgrade_required',
      retryable: false,
    });
    expect((await rig.slack.readGroup(group.id)).size).toBe(1);
  }),
);

test(
  'the direct message with somebody is opened, and is the same the next time',
  withRig(async ({ fake, slack }) => {
    const person = personOf(fake.addUser());
    const first = await slack.openDirect(person);
    expect(first).toMatch(/^D/u);
    expect(await slack.openDirect(person)).toBe(first);
    const fault = await faultOf(slack.openDirect(personOf({ id: 'U0NOBODY' })));
    expect(fault).toMatchObject({ code: 'user_not_found' });
  }),
);
