import type { RichTextBlock, RichTextElement, RichTextList, RichTextText } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderChannel } from './render-channel.ts';
import { unknownPart } from './unknown-part.ts';

/** Paragraphs and lists; text in them is shown as it stands. */
export const renderRichText = ({ elements }: RichTextBlock, context: BlockContext): Html =>
  markup`<div class="rich-text">${elements.map((part) => renderPart(part, context))}</div>`;

function renderPart(part: RichTextBlock['elements'][number], context: BlockContext): Html {
  switch (part.type) {
    case 'rich_text_section':
      return markup`<p>${renderLine(part.elements, context)}</p>`;
    case 'rich_text_list':
      return renderList(part, context);
    default:
      throw unknownPart(part.type);
  }
}

function renderList({ style, indent, elements }: RichTextList, context: BlockContext): Html {
  if (indent !== undefined && indent > 0) throw unknownPart('rich_text_list.indent');
  const items = elements.map((item) => markup`<li>${renderLine(item.elements, context)}</li>`);
  return style === 'ordered' ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
}

const renderLine = (elements: readonly RichTextElement[], context: BlockContext): readonly Html[] =>
  elements.map((element) => renderElement(element, context));

function renderElement(element: RichTextElement, context: BlockContext): Html {
  switch (element.type) {
    case 'text':
      return styled(markup`${element.text}`, element.style);
    case 'channel':
      return styled(renderChannel(element.channel_id, context), element.style);
    default:
      throw unknownPart(element.type);
  }
}

function styled(html: Html, style: RichTextText['style'] = {}): Html {
  const coded = style.code === true ? markup`<code>${html}</code>` : html;
  const struck = style.strike === true ? markup`<s>${coded}</s>` : coded;
  const underlined = style.underline === true ? markup`<u>${struck}</u>` : struck;
  const slanted = style.italic === true ? markup`<em>${underlined}</em>` : underlined;
  return style.bold === true ? markup`<strong>${slanted}</strong>` : slanted;
}
