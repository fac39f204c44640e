import type { Workspace } from '../workspace.ts';
import { attribute, markup, type Html } from '#src/html/markup.ts';
import { renderBlocks } from './blocks/render-blocks.ts';
import { contextOf } from './render-messages.ts';
import type { Seat } from './seat.ts';
import { words } from './words.ts';

/** The form that somebody has open, as the inside of a dialog; empty where they have none. */
export function renderForm(seat: Seat, workspace: Workspace): string {
  const form = workspace.screens.form(seat.person.id);
  if (form === undefined) return '';
  const { title, submit, close, blocks } = form.view;
  return markup`<form method="dialog"${attribute('data-view', form.id)}><h2 id="form-title">${title.text}</h2>${renderBlocks(blocks, contextOf(seat, workspace))}<p class="wrong" role="alert"></p><div class="buttons"><button type="button" data-cancel>${close?.text ?? words.close}</button><button type="submit" class="primary">${submit?.text ?? words.send}</button></div></form>`
    .html;
}

/** The bot's page as somebody sees it, as the inside of a dialog; empty where they have not opened it. */
export function renderHome(seat: Seat, workspace: Workspace): string {
  const home = workspace.screens.home(seat.person.id);
  const inside: Html =
    home === undefined ? markup`` : renderBlocks(home.blocks, contextOf(seat, workspace));
  return markup`${inside}<form method="dialog" class="buttons"><button>${words.close}</button></form>`
    .html;
}
