import { replyHtml } from '../helpdesk/reply-html.ts';

/** The two forms Gorgias keeps of a text: as it is, and as HTML that shows the same. */
export function messageBody(text: string): { readonly body_text: string; readonly body_html: string } {
  return { body_text: text, body_html: replyHtml(text) };
}
