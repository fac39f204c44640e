import { offerOptions } from './options.ts';
import { at, say, sayUnderWay } from './parts.ts';
import { act, get } from './server.ts';

const command = at('#command', HTMLInputElement);
const replying = at('#replying', HTMLParagraphElement);
const prefix = at('.prefix', HTMLSpanElement);
const hint = at('#command-hint', HTMLParagraphElement);
const commandHint = hint.textContent;

/** The message that is being answered, if any. */
let thread: string | undefined;

/** Suggests how the command may go on, and has it asked as it is sent. What could not be sent is not lost. */
export function listenToCommand(): void {
  const { suggest, hide } = offerOptions(command, at('#suggestions', HTMLUListElement), {
    find: () => {
      const { value, selectionStart } = command;
      const caret = selectionStart ?? value.length;
      return thread === undefined
        ? get('/suggestions', `&text=${encodeURIComponent(value)}&caret=${caret}`)
        : Promise.resolve('');
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
  at('#stop-reply', HTMLButtonElement).addEventListener('click', () => replyTo(undefined));
}

/** From now on what is sent answers a message, or none. */
export function replyTo(
  message: { readonly ts: string; readonly title: string } | undefined,
): void {
  thread = message?.ts;
  replying.hidden = message === undefined;
  at('#replying b', HTMLElement).textContent = message?.title ?? '';
  prefix.textContent = message === undefined ? '/mobility' : '@Mobility';
  hint.textContent = message === undefined ? commandHint : (hint.dataset['reply'] ?? '');
  command.focus();
}

async function send(): Promise<void> {
  const text = command.value.trim();
  const deed = deedOf(text);
  command.value = '';
  sayUnderWay();
  const { said } = await act(deed);
  if (said === undefined) return;
  command.value = text;
  say(said);
}

/** What begins with the bot's name is a message to it; anything else in a channel is a command. */
function deedOf(text: string): Readonly<Record<string, unknown>> {
  const bare = text.replace(/^@Mobility\b\s*/iu, '');
  if (thread !== undefined) return { kind: 'mention', thread, text: bare };
  if (bare !== text) return { kind: 'mention', text: bare };
  return { kind: 'command', text: text.replace(/^\/mobility\b\s*/u, '') };
}
