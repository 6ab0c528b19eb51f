import { replyHtml } from '../helpdesk/reply-html.ts';

/**
 * A reply as Libredesk takes it: it runs replies and notes as Go templates (internal/template/render.go), which could
 * read out a contact's data.
 */
export function libredeskHtml(text: string): string {
  return replyHtml(text, (paragraph) => paragraph.replaceAll('{', '&#123;').replaceAll('}', '&#125;'));
}
