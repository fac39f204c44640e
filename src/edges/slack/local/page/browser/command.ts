import { at, say } from './parts.ts';
import { act } from './server.ts';
import { listenToSuggestions } from './suggestions.ts';

const command = at('#command', HTMLInputElement);

/** Has the command asked as it is sent. What could not be sent is not lost. */
export function listenToCommand(): void {
  const { hide } = listenToSuggestions(command, at('#suggestions', HTMLUListElement));
  at('#ask', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    hide();
    void send();
  });
}

async function send(): Promise<void> {
  const text = command.value.replace(/^\s*\/mobility\b/u, '').trim();
  command.value = '';
  say(document.body.dataset['sent'] ?? '');
  const said = await act({ kind: 'command', text });
  if (said === undefined) return;
  command.value = text;
  say(said);
}
