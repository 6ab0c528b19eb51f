import { Lexer, type Token, type Tokens } from 'marked';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import type { Block } from './document/blocks.ts';
import { rowsOfDocument } from './document/rows-of-document.ts';
import { unreadable } from './document/unreadable.ts';
import { frontMatterOf } from './front-matter.ts';
import { blockText, inlineText } from './markdown-text.ts';

/**
 * The sections of a Markdown text, one entry a section, `row` being the line it starts on. Errors: `file_unreadable`
 * when the text is nested deeper than it can be read.
 */
export function readMarkdown(name: string, text: string): readonly KnowledgeFileRow[] {
  const matter = frontMatterOf(text.replace(/\r\n?/gu, '\n'));
  try {
    const blocks = blocksOf(new Lexer({ gfm: true }).lex(matter.body), matter.firstLine);
    const { title, topic, scope, language } = matter;
    return rowsOfDocument({ title, blocks }, { name, topic, scope, language });
  } catch (error) {
    throw error instanceof RangeError ? unreadable(name, 'too_deep', error) : error;
  }
}

function blocksOf(tokens: readonly Token[], firstLine: number): readonly Block[] {
  const blocks: Block[] = [];
  let line = firstLine;
  for (const token of tokens) {
    const place = { row: line, page: null };
    if (token.type === 'heading') {
      const { depth, tokens: spans } = token as Tokens.Heading;
      blocks.push({ kind: 'heading', depth, text: inlineText(spans).replace(/\s+/gu, ' ').trim(), ...place });
    } else if (token.type !== 'space' && token.type !== 'def') {
      const text = blockText(token).trim();
      const isList = token.type === 'list' || token.type === 'table';
      if (isList && text !== '') blocks.push({ kind: 'lines', lines: text.split(/\n(?! )/u), ...place });
      else blocks.push({ kind: 'text', text, ...place });
    }
    line += token.raw.split('\n').length - 1;
  }
  return blocks;
}
