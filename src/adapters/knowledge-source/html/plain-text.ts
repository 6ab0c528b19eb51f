import { type Element, type Node, attribute, isBlock, isUnread, walk } from './element.ts';

/** Text as it is put together: white space folded as a browser does, at most one line end in a row. */
export type TextWriter = {
  write(text: string, isVerbatim: boolean): void;
  endLine(): void;
  /** Whether nothing but white space was written. */
  isEmpty(): boolean;
  /** What was written, trimmed; begins anew. */
  take(): string;
};

export function textWriter(): TextWriter {
  let parts: string[] = [];
  let last = '\n';
  const push = (text: string): void => {
    if (text === '') return;
    parts.push(text);
    last = text.at(-1) ?? last;
  };
  return {
    write(text, isVerbatim) {
      if (isVerbatim) return push(text);
      const folded = text.replace(/[ \t\r\n\f\u00A0]+/gu, ' ');
      push(/\s/u.test(last) ? folded.replace(/^ /u, '') : folded);
    },
    endLine() {
      if (last !== '\n') push('\n');
    },
    isEmpty: () => parts.every((part) => part.trim() === ''),
    take() {
      const text = parts.join('').replace(/ +\n/gu, '\n').trim();
      parts = [];
      last = '\n';
      return text;
    },
  };
}

/** What a person reads in an element: blocks and line breaks as lines, items of inner lists as "- item". */
export function plainText(root: Node, separator: '\n' | ' ' = '\n'): string {
  const writer = textWriter();
  const endLine = separator === '\n' ? writer.endLine : (): void => writer.write(' ', false);
  let depth = 0;
  let verbatim = 0;
  walk(root, {
    enter(element) {
      if (isUnread(element)) return false;
      if (element.tagName === 'br') endLine();
      if (isBlock(element)) endLine();
      if (element.tagName === 'li' && separator === '\n') {
        writer.write(`${'  '.repeat(Math.min(depth, 10))}- `, true);
        depth += 1;
      }
      if (element.tagName === 'td' || element.tagName === 'th') writer.write(' ', false);
      if (element.tagName === 'pre') verbatim += 1;
      return true;
    },
    leave(element) {
      if (element.tagName === 'li' && separator === '\n') depth -= 1;
      if (element.tagName === 'pre') verbatim -= 1;
      const address = addressOf(element, root);
      if (address !== null) writer.write(` (${address})`, true);
      if (isBlock(element)) endLine();
    },
    text: (value) => writer.write(value, verbatim > 0 && separator === '\n'),
  });
  return writer.take();
}

/**
 * The address to write behind a link's text, as Markdown's links have it: one that leads out of the page and is not what
 * the text says already; null for any other.
 */
export function addressOf(element: Element, inside?: Node): string | null {
  if (element.tagName !== 'a' || element === inside) return null;
  const href = (attribute(element, 'href') ?? '').trim();
  if (!/^(?:https?:\/\/|mailto:|tel:)/iu.test(href) || href.length > 500) return null;
  const address = href.replace(/^(?:mailto|tel):/iu, '');
  const text = directText(element);
  return text === '' || text === address || text === href ? null : address;
}

/** The text of a link, as far as it decides; a link is small, so this costs little. */
function directText(element: Element): string {
  let text = '';
  walk(element, { enter: () => text.length < 600, text: (value) => void (text += value) });
  return text.trim();
}
