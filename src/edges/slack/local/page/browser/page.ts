// Runs in the browser, which gets these files without their types.
import { listenToCommand } from './command.ts';
import { listenToScreens, showScreens } from './screens.ts';
import { listenToMessages, showMessages } from './messages.ts';
import { get, seat } from './server.ts';
import { at, say } from './parts.ts';

const messages = at('#messages', HTMLOListElement);
const menu = at('#menu', HTMLButtonElement);

menu.addEventListener('click', () => {
  const isOpen = menu.getAttribute('aria-expanded') === 'true';
  menu.setAttribute('aria-expanded', String(!isOpen));
  document.body.classList.toggle('with-menu', !isOpen);
});

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
