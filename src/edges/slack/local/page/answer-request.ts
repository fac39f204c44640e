import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { isOfBoard } from '#src/board/is-of-board.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { readScript } from '#src/http/read-script.ts';
import { htmlReply, plainReply, type Reply } from '#src/http/reply.ts';
import type { LocalReceiver } from '../local-receiver.ts';
import type { Workspace } from '../workspace.ts';
import { doDeed } from './do-deed.ts';
import { readDeed } from './read-deed.ts';
import { renderChoices, renderCompletions } from './render-options.ts';
import { renderMessages } from './render-messages.ts';
import { renderPage } from './render-page.ts';
import { renderForm, renderHome } from './render-screens.ts';
import type { Seat } from './seat.ts';
import { words } from './words.ts';

/** What the page shows. `board`: the dashboard, as it is seen from a seat. `vocabulary`: of the release that answers. `report`: takes a fault to the operator and returns its reference. */
export type PageParts = {
  readonly workspace: Workspace;
  readonly receiver: LocalReceiver;
  readonly board: (seat: Seat, url: URL) => Promise<Reply>;
  readonly vocabulary: () => Vocabulary | undefined;
  readonly report: (fault: unknown) => string;
};

const html = (body: string): Reply => htmlReply(200, body);
const nothing = plainReply(404, words.nothing);

const longestText = 4000;

/** What the page answers to a request of its own. Throws what the bot throws. */
export async function answerRequest(
  request: IncomingMessage,
  url: URL | null,
  seat: Seat,
  parts: PageParts,
): Promise<Reply> {
  const { workspace, receiver, vocabulary } = parts;
  if (request.method === 'GET' && url !== null && isOfBoard(url.pathname))
    return parts.board(seat, url);
  switch (`${request.method} ${url?.pathname}`) {
    case 'GET /':
      return html(renderPage(seat, workspace));
    case 'GET /messages':
      return html(renderMessages(seat, workspace));
    case 'GET /form':
      return html(renderForm(seat, workspace));
    case 'GET /home':
      return html(renderHome(seat, workspace));
    case 'GET /suggestions': {
      const text = (url?.searchParams.get('text') ?? '').slice(0, longestText);
      const caret = Number(url?.searchParams.get('caret') ?? text.length);
      return html(renderCompletions(text, caret, vocabulary()));
    }
    case 'GET /choices': {
      const form = workspace.screens.form(seat.person.id);
      const [block = '', query = ''] = ['block', 'query'].map(
        (name) => url?.searchParams.get(name) ?? '',
      );
      const choices = form && (await receiver.search(seat.person.id, form, block, query));
      return html(renderChoices(choices ?? []));
    }
    case 'GET /page.css':
      return { status: 200, type: 'text/css', body: await readStyles() };
    case 'POST /deed': {
      const deed = await readDeed(request);
      if (deed === undefined) return { ...nothing, status: 400 };
      const said = await doDeed(deed, seat, { workspace, receiver });
      return { status: 200, type: 'application/json', body: JSON.stringify(said) };
    }
    default:
      return (await findScript(url?.pathname ?? '')) ?? findPicture(url?.pathname ?? '', workspace);
  }
}

function findPicture(path: string, { files }: Workspace): Reply {
  const id = /^\/files\/(?<id>F0\d+)\.png$/u.exec(path)?.groups?.['id'];
  const png = id === undefined ? undefined : files.find(id);
  return png === undefined ? nothing : { status: 200, type: 'image/png', body: png };
}

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8');

async function findScript(path: string): Promise<Reply | undefined> {
  const name = /^\/browser\/(?<name>[a-z]+\.ts)$/u.exec(path)?.groups?.['name'];
  const folder = join(import.meta.dirname, 'browser');
  const isThere = name !== undefined && (await readdir(folder)).includes(name);
  return isThere ? readScript(join(folder, name)) : undefined;
}

const readStyles = async (): Promise<string> =>
  `${await read('page.css')}\n${await read('blocks/blocks.css')}`;
