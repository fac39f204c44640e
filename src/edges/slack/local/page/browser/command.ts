import { offerOptions } from './options.ts';
import { at, say } from './parts.ts';
import { act, get } from './server.ts';

const command = at('#command', HTMLInputElement);

/** Suggests how the command may go on, and has it asked as it is sent. What could not be sent is not lost. */
export function listenToCommand(): void {
  const { suggest, hide } = offerOptions(command, at('#suggestions', HTMLUListElement), {
    find: () => {
      const { value, selectionStart } = command;
      const caret = selectionStart ?? value.length;
      return get('/suggestions', `&text=${encodeURIComponent(value)}&caret=${caret}`);
    },
    take: ({ dataset: { from = '0', to = '0', insert = '' } }) => {
      const isLast = Number(to) === command.value.length;
      // What must follow it is a part of it; at the end another word may.
      const gap = isLast && /[^\s:,]$/u.test(insert) ? ' ' : '';
      command.setRangeText(insert + gap, Number(from), Number(to), 'end');
      command.focus();
      suggest();
    },
  });
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
  const { said } = await act({ kind: 'command', text });
  if (said === undefined) return;
  command.value = text;
  say(said);
}
