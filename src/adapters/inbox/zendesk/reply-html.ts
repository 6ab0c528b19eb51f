import { replyHtml } from '../helpdesk/reply-html.ts';

/** A reply as Zendesk takes it: it would fill in placeholders (`{{ticket.id}}`), but leaves them alone within `code`. */
export function zendeskHtml(text: string): string {
  return replyHtml(text, (paragraph) => paragraph.replace(/\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%/g, '<code>$&</code>'));
}
