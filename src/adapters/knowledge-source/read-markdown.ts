import { Lexer, type Token, type Tokens } from 'marked';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { type RawEntry, fileRow } from './file-row.ts';
import { type FrontMatter, frontMatterOf } from './front-matter.ts';
import { blockText, inlineText } from './markdown-text.ts';

/* About the length one passage of evidence may have; a longer section is split at its paragraphs. */
const longestPiece = 1_500;

/**
 * The sections of a Markdown text, one entry a section, `row` being the line it starts on. A heading that asks
 * ("…?", "Q: …") makes a pair, any other an article under its heading path. Errors: `file_unreadable` when the
 * text is nested deeper than it can be read.
 */
export function readMarkdown(name: string, text: string): readonly KnowledgeFileRow[] {
  const matter = frontMatterOf(text.replace(/\r\n?/gu, '\n'));
  try {
    const sections = sectionsOf(new Lexer({ gfm: true }).lex(matter.body), matter.firstLine);
    const hasTitle = sections.some(({ heading }) => heading?.depth === 1);
    const title = matter.title === '' ? nameWithoutEnding(name) : matter.title;
    const path = new HeadingPath(hasTitle ? '' : matter.title);
    return sections.flatMap((section, index) => {
      const headings = section.heading === null ? [title] : path.enter(section.heading);
      const next = sections[index + 1]?.heading;
      const hasParts = (next?.depth ?? 0) > (section.heading?.depth ?? 7);
      return rowsOfSection(section, headings, hasParts, matter);
    });
  } catch (error) {
    if (error instanceof RangeError) {
      throw new AppError('file_unreadable', `${name} is nested too deeply to be read.`, {
        cause: error,
        detail: { file: name },
      });
    }
    throw error;
  }
}

type Heading = { readonly depth: number; readonly text: string };
type Block = { readonly line: number; readonly token: Token };
type Section = { readonly line: number; readonly heading: Heading | null; readonly blocks: readonly Block[] };
type Piece = { readonly line: number; readonly text: string };

function sectionsOf(tokens: readonly Token[], firstLine: number): readonly Section[] {
  const sections: { line: number; heading: Heading | null; blocks: Block[] }[] = [];
  let line = firstLine;
  for (const token of tokens) {
    if (token.type === 'heading') {
      const { depth, tokens: spans } = token as Tokens.Heading;
      sections.push({ line, heading: { depth, text: inlineText(spans).replace(/\s+/gu, ' ').trim() }, blocks: [] });
    } else if (token.type !== 'space' && token.type !== 'def') {
      if (sections.length === 0) sections.push({ line, heading: null, blocks: [] });
      sections.at(-1)?.blocks.push({ line, token });
    }
    line += token.raw.split('\n').length - 1;
  }
  return sections;
}

/** The headings above the place reached, outermost first. */
class HeadingPath {
  private readonly title: string;
  private above: readonly Heading[] = [];

  constructor(title: string) {
    this.title = title;
  }

  enter(heading: Heading): readonly string[] {
    this.above = [...this.above.filter(({ depth }) => depth < heading.depth), heading];
    return [this.title, ...this.above.map(({ text }) => text)].filter((text) => text !== '');
  }
}

function rowsOfSection(
  section: Section,
  headings: readonly string[],
  hasParts: boolean,
  matter: FrontMatter,
): readonly KnowledgeFileRow[] {
  const pieces = piecesOf(section);
  const own = section.heading?.text ?? '';
  if (pieces.length === 0 && (hasParts || section.heading?.depth === 1 || section.heading === null)) return [];
  const about = { topic: matter.topic, scope: matter.scope, language: matter.language };
  if (asksQuestion(own)) {
    const whole = pieces.map(({ text }) => text).join('\n\n');
    const entry: RawEntry = {
      kind: 'pair',
      question: own.replace(questionMark, ''),
      answer: whole.replace(answerMark, ''),
      ...about,
    };
    return [fileRow(section.line, `${own} ${whole}`, entry)];
  }
  const question = headings.join(' › ');
  return packedPieces(pieces, section.line).map(({ line, text }) =>
    fileRow(line, `${own} ${text}`, { kind: 'article', question, answer: text, ...about }),
  );
}

function piecesOf({ blocks }: Section): readonly Piece[] {
  return blocks.flatMap(({ line, token }) => {
    const text = blockText(token).trim();
    if (text === '') return [];
    const isList = token.type === 'list' || token.type === 'table';
    return text.length > longestPiece && isList ? linesPacked(text, line) : [{ line, text }];
  });
}

/** A list or table that is too long for one piece, in pieces of whole items. */
function linesPacked(text: string, line: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const item of text.split(/\n(?! )/u)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.text.length + item.length < longestPiece) {
      pieces[pieces.length - 1] = { line, text: `${last.text}\n${item}` };
    } else {
      pieces.push({ line, text: item });
    }
  }
  return pieces;
}

/** Neighbouring pieces joined up to the longest one; the first starts at the heading's line. */
function packedPieces(pieces: readonly Piece[], firstLine: number): readonly Piece[] {
  const packed: Piece[] = [];
  for (const piece of pieces) {
    const last = packed.at(-1);
    if (last !== undefined && last.text.length + piece.text.length + 2 <= longestPiece) {
      packed[packed.length - 1] = { line: last.line, text: `${last.text}\n\n${piece.text}` };
    } else {
      packed.push({ line: last === undefined ? firstLine : piece.line, text: piece.text });
    }
  }
  return packed.length === 0 ? [{ line: firstLine, text: '' }] : packed;
}

const questionMark = /^(?:q(?:uestion)?\s?\d*\s?[:.：．、]|[问問](?:题|題)?\s?\d*\s?[:：]|質問\s?\d*\s?[:：])\s*/iu;
const answerMark = /^(?:a(?:nswer)?\s?\d*\s?[:.：．、]|答(?:案|复|覆)?\s?\d*\s?[:：]|回答\s?\d*\s?[:：])\s*/iu;

function asksQuestion(heading: string): boolean {
  return /[?？]\s*$/u.test(heading) || questionMark.test(heading);
}

function nameWithoutEnding(name: string): string {
  return name.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '');
}
