import type { PersonId } from '#src/state/actor.ts';
import type { KnownForm, KnownHome } from '../write/known-view.ts';

/** A form that somebody has open. `id`: of this opening; `hash`: of how it now stands. */
export type LocalForm = { readonly id: string; readonly hash: string; readonly view: KnownForm };

/** What each person has open besides the channel: a form, and the bot's page. */
export type Screens = {
  form(person: PersonId): LocalForm | undefined;
  openForm(person: PersonId, view: KnownForm): void;
  changeForm(
    named: { readonly id: string; readonly hash: string | undefined },
    view: KnownForm,
  ): ChangedForm;
  closeForm(person: PersonId): void;
  home(person: PersonId): KnownHome | undefined;
  showHome(person: PersonId, view: KnownHome): void;
};

/** What came of a change. `stands`: it stands otherwise than it did then. `closed`: there is no such form. */
type ChangedForm = 'changed' | 'stands' | 'closed';

/** Nobody has anything open. `changed`: called with the person whose screen has changed. */
export function makeScreens(changed: (person: PersonId) => void): Screens {
  const forms = new Map<PersonId, LocalForm>();
  const homes = new Map<PersonId, KnownHome>();
  let count = 0;
  return {
    form: (person) => forms.get(person),
    openForm: (person, view) => {
      count += 1;
      forms.set(person, { id: `V0${count}`, hash: `${count}.0`, view });
      changed(person);
    },
    changeForm: ({ id, hash }, view) => {
      const [person, form] = [...forms].find(([, open]) => open.id === id) ?? [];
      if (person === undefined || form === undefined) return 'closed';
      if (hash !== undefined && hash !== form.hash) return 'stands';
      count += 1;
      forms.set(person, { id, hash: `${count}.0`, view });
      changed(person);
      return 'changed';
    },
    closeForm: (person) => {
      forms.delete(person);
      changed(person);
    },
    home: (person) => homes.get(person),
    showHome: (person, view) => {
      homes.set(person, view);
      changed(person);
    },
  };
}
