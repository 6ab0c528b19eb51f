import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { type RawEntry, fileRow } from '../file-row.ts';
import { type Block, type Document, longestHeading } from './blocks.ts';
import { type Piece, linesPacked, packedPieces, sentencesPacked } from './pieces.ts';

/** What holds for every row of a document, and where that was found. */
export type About = {
  /** Of the file or page; stands in for a title. */
  readonly name: string;
  readonly url?: string | null;
  readonly topic?: string;
  readonly scope?: readonly string[];
  readonly language?: string;
};

/**
 * The sections of a document, one entry a section. A heading that asks ("…?", "Q: …") makes a pair, any other an
 * article under its heading path; a section too long for one passage becomes several under the same path. A section
 * without text is refused, unless it only holds other sections.
 */
export function rowsOfDocument(document: Document, about: About): readonly KnowledgeFileRow[] {
  const sections = sectionsOf(document.blocks);
  const hasTitle = sections.some(({ heading }) => heading?.depth === 1);
  const title = document.title === '' ? nameWithoutEnding(about.name) : document.title;
  let path: readonly Heading[] = [];
  return sections.flatMap((section, index) => {
    if (section.heading !== null) {
      const { depth } = section.heading;
      path = [...path.filter((above) => above.depth < depth), section.heading];
    }
    const root = section.heading === null ? title : hasTitle ? '' : document.title;
    const headings = [root, ...path.map(({ text }) => text)].filter((text) => text !== '');
    const next = sections[index + 1]?.heading;
    const hasParts = (next?.depth ?? 0) > (section.heading?.depth ?? 7);
    return rowsOfSection(section, headings, hasParts, about);
  });
}

type Heading = { readonly depth: number; readonly text: string };
type Section = {
  readonly row: number;
  readonly page: number | null;
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
};

function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { row: number; page: number | null; heading: Heading | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const { row, page } = block;
    if (block.kind === 'heading' && block.text.length <= longestHeading) {
      sections.push({ row, page, heading: { depth: block.depth, text: block.text }, blocks: [] });
    } else {
      if (sections.length === 0) sections.push({ row, page, heading: null, blocks: [] });
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections;
}

function rowsOfSection(
  section: Section,
  headings: readonly string[],
  hasParts: boolean,
  about: About,
): readonly KnowledgeFileRow[] {
  const own = section.heading?.text ?? '';
  const { row, page } = section;
  const pairs = section.blocks.flatMap((block) =>
    block.kind === 'pair' ? [pairRow(block.question, block.answer, block, headings, about)] : [],
  );
  const pieces = section.blocks.flatMap(piecesOf);
  const mayBeEmpty = hasParts || pairs.length > 0 || section.heading === null || section.heading.depth === 1;
  if (pieces.length === 0 && mayBeEmpty) return pairs;
  if (asksQuestion(own)) {
    const whole = pieces.map(({ text }) => text).join('\n\n');
    return [pairRow(own, whole, { row, page: pieces[0]?.page ?? page }, headings.slice(0, -1), about), ...pairs];
  }
  const articles = packedPieces(pieces, { row, page }).map((piece) => {
    const content = { kind: 'article', question: headings.join(' › '), answer: piece.text } as const;
    return fileRow(piece.row, `${own} ${piece.text}`, { ...content, ...named(about) }, placeOf(piece, headings, about));
  });
  return [...articles, ...pairs].toSorted((left, right) => left.row - right.row);
}

function pairRow(
  question: string,
  answer: string,
  at: Omit<Piece, 'text'>,
  headings: readonly string[],
  about: About,
): KnowledgeFileRow {
  const entry: RawEntry = {
    kind: 'pair',
    question: question.replace(questionMark, ''),
    answer: answer.replace(answerMark, ''),
    ...named(about),
  };
  return fileRow(at.row, `${question} ${answer}`, entry, placeOf(at, headings, about));
}

function named(about: About): Pick<RawEntry, 'topic' | 'scope' | 'language'> {
  return { topic: about.topic ?? '', scope: about.scope ?? [], language: about.language ?? '' };
}

function placeOf({ page }: Omit<Piece, 'text'>, headings: readonly string[], about: About): KnowledgeFileRow['place'] {
  return { page, headings: [...headings], url: about.url ?? null };
}

function piecesOf(block: Block): readonly Piece[] {
  const { row, page } = block;
  switch (block.kind) {
    case 'pair':
      return [];
    case 'lines':
      return linesPacked(block.lines, { row, page });
    default: {
      const text = block.text.trim();
      return text === '' ? [] : sentencesPacked(text).map((part) => ({ row, page, text: part }));
    }
  }
}

const questionMark = /^(?:q(?:uestion)?\s?\d*\s?[:.：．、]|[问問](?:题|題)?\s?\d*\s?[:：]|質問\s?\d*\s?[:：])\s*/iu;
const answerMark = /^(?:a(?:nswer)?\s?\d*\s?[:.：．、]|答(?:案|复|覆)?\s?\d*\s?[:：]|回答\s?\d*\s?[:：])\s*/iu;

function asksQuestion(heading: string): boolean {
  return /[?？]\s*$/u.test(heading) || questionMark.test(heading);
}

function nameWithoutEnding(name: string): string {
  return name.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '');
}
