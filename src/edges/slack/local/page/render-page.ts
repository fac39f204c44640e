import type { LocalChannel } from '../town.ts';
import type { Workspace } from '../workspace.ts';
import { attribute, markup, type Html } from '#src/html/markup.ts';
import { renderMessages } from './render-messages.ts';
import { addressOf, boardAddressOf, channelsOf, type Seat } from './seat.ts';
import { words } from './words.ts';

/** The whole page at a seat. */
export function renderPage(seat: Seat, workspace: Workspace): string {
  const { channel } = seat;
  const main = markup`<main>
<h2 class="channel-name">${sign(channel)} ${channel.name}</h2>
<p class="topic">${channel.topic}</p>
<ol id="messages" aria-label="${words.messages}">`.html;
  return `${headOf(seat).html}${sidebarOf(seat, workspace).html}${main}${renderMessages(seat, workspace)}</ol>${rest.html}`;
}

const headOf = ({ person, channel }: Seat): Html => markup`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title(channel.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/browser/page.ts"></script>
</head>
<body data-person="${person.id}" data-channel="${channel.id}" data-sent="${words.sent}" data-direct="${words.toDirect}" data-failed="${words.failed}">
<a class="skip" href="#command">${words.skip}</a>
`;

function sidebarOf({ person, channel }: Seat, { town }: Workspace): Html {
  const people = town.people.map(({ id, name }) => {
    const isHere = attribute('aria-current', id === person.id ? 'true' : undefined);
    return markup`<li><a href="${addressOf(id, channel.id)}"${isHere}>${name}</a></li>`;
  });
  const channels = channelsOf(person, town).map((each) => {
    const isHere = attribute('aria-current', each.id === channel.id ? 'page' : undefined);
    return markup`<li><a href="${addressOf(person.id, each.id)}"${isHere}>${sign(each)} ${each.name}${note(each)}</a></li>`;
  });
  return markup`<header>
<div><h1>${words.workspace}</h1><p>${words.about}</p></div>
<button type="button" id="menu" aria-expanded="false" aria-controls="sidebar">${words.menu}</button>
</header>
<div id="sidebar">
<nav aria-labelledby="channels"><h2 id="channels">${words.channels}</h2><ul>${channels}</ul>
<button type="button" id="open-home">${words.home}</button>
<a class="board" href="${boardAddressOf(person.id, channel.id)}">${words.board}</a></nav>
<nav aria-labelledby="people"><h2 id="people">${words.people}</h2><ul>${people}</ul></nav>
</div>
`;
}

const signs: Readonly<Record<LocalChannel['kind'], string>> = {
  public: '#',
  private: '◆',
  direct: '●',
};

const sign = ({ kind }: LocalChannel): Html =>
  markup`<span class="sign" aria-hidden="true">${signs[kind]}</span>`;

/** What the sign alone would tell to eyes. */
function note({ kind, isShared }: LocalChannel): Html {
  if (isShared) return markup` <span class="note">${words.shared}</span>`;
  if (kind === 'private') return markup` <span class="note">${words.private}</span>`;
  return kind === 'direct' ? markup` <span class="note">${words.direct}</span>` : markup``;
}

const rest: Html = markup`
<form id="ask" autocomplete="off">
<label for="command">${words.command}</label>
<p id="replying" hidden>${words.replying} <b></b> <button type="button" id="stop-reply" class="shortcut">${words.notReplying}</button></p>
<div class="line"><span class="prefix" aria-hidden="true">/mobility</span><input id="command" name="command" role="combobox" aria-expanded="false" aria-controls="suggestions" aria-autocomplete="list" aria-describedby="command-hint" autocapitalize="none" spellcheck="false"><button type="submit" class="primary">${words.send}</button></div>
<p class="hint" id="command-hint" data-reply="${words.replyHint}">${words.commandHint}</p>
<ul id="suggestions" role="listbox" aria-label="${words.suggestions}" hidden></ul>
<p id="status" role="status"></p>
</form>
</main>
<dialog id="form" aria-labelledby="form-title"></dialog>
<dialog id="home" aria-label="${words.home}"></dialog>
</body>
</html>
`;
