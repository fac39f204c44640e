import type { PersonId } from '#src/state/actor.ts';
import type { FormView } from '../write/write-form.ts';
import type { PageView } from '../write/write-home.ts';

/** A form that somebody has open. `id`: of this opening. */
export type LocalForm = { readonly id: string; readonly view: FormView };

/** What each person has open besides the channel: a form, and the bot's page. */
export type Screens = {
  form(person: PersonId): LocalForm | undefined;
  openForm(person: PersonId, view: FormView): void;
  closeForm(person: PersonId): void;
  home(person: PersonId): PageView | undefined;
  showHome(person: PersonId, view: PageView): void;
};

/** Nobody has anything open. `changed`: called with the person whose screen has changed. */
export function makeScreens(changed: (person: PersonId) => void): Screens {
  const forms = new Map<PersonId, LocalForm>();
  const homes = new Map<PersonId, PageView>();
  let count = 0;
  return {
    form: (person) => forms.get(person),
    openForm: (person, view) => {
      count += 1;
      forms.set(person, { id: `V0${count}`, view });
      changed(person);
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
