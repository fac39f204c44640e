// Runs in the browser, which gets these files without their types.
import { listenToCommand } from './command.ts';
import { listenToScreens, showScreens } from './screens.ts';
import { listenToMessages, showMessages } from './messages.ts';
import { get, seat } from './server.ts';
import { at, say } from './parts.ts';

const messages = at('#messages', HTMLOListElement);
const menu = at('#menu', HTMLButtonElement);

const showMenu = (isShown: boolean): void => {
  menu.setAttribute('aria-expanded', String(isShown));
  document.body.classList.toggle('with-menu', isShown);
};
menu.addEventListener('click', () => showMenu(menu.getAttribute('aria-expanded') !== 'true'));
at('#open-home', HTMLButtonElement).addEventListener('click', () => showMenu(false));

listenToCommand();
listenToMessages();
listenToScreens();

const refresh = async (): Promise<void> => showMessages(messages, await get('/messages'));
const changes = new EventSource(`/changes?${seat}`);
changes.addEventListener('messages', () => void refresh());
changes.addEventListener('screens', () => void showScreens());
changes.addEventListener('direct', () => say(document.body.dataset['direct'] ?? ''));
// What came while the page was not listening is shown once it listens again.
changes.addEventListener('open', () => void refresh());
messages.lastElementChild?.scrollIntoView({ block: 'nearest' });
