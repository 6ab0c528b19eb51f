const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Plain text as HTML that shows the same: paragraphs, lines and rows of spaces; no character of it becomes markup.
 * `guarded` changes a paragraph further, which is escaped already, where a helpdesk reads more than HTML into it.
 */
export function replyHtml(text: string, guarded: (escaped: string) => string = (escaped) => escaped): string {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${guarded(escaped(paragraph)).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/ {2,}/g, (spaces) => `${'&nbsp;'.repeat(spaces.length - 1)} `);
}
