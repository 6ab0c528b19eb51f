import type { ImportRow, KnowledgeContent } from '#shared/model/knowledge.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { isHoldingReply } from '../learning/holding-reply.ts';
import type { Macro } from '../ports/helpdesk.ts';
import type { KnowledgeFileRow } from '../ports/knowledge-reader.ts';
import { excerptOf } from './excerpt.ts';
import { placeholdersIn } from './macro-placeholders.ts';
import { answerOfMacro } from './macro-text.ts';

/** A macro as a row of knowledge. */
export type MacroRow = KnowledgeFileRow & {
  readonly macroId: string;
  /** False for one that an agent keeps for themselves: a person should look at it first. */
  readonly isShared: boolean;
};

/** The limits of `KnowledgeContent`, in UTF-16 units as zod counts them. */
const limits = { question: 2_000, answer: 20_000, topic: 200 } as const;
const longestCode = 100;
/** In a title brackets hold a tag: "[Order] Late delivery". */
const template = /\{\{|\{%/;

/**
 * Macros as rows of knowledge, numbered from 1 in their order. The title is the question, the body without greeting and
 * signature the answer. A title that is only a code ("REF-01") asks nothing: what it says is a section of its folder. A
 * body that cannot be said without being filled in is refused (`has_placeholders`), never shortened.
 */
export function macroRows(macros: readonly Macro[]): readonly MacroRow[] {
  return macros.map((macro, index) => {
    const { title, body, folders, isShared, id } = macro;
    const place = { headings: [...folders], url: null };
    const piece = { row: index + 1, place, excerpt: excerptOf(`${title} ${body}`), macroId: id, isShared };
    const content = contentOf(macro);
    const refusal = refusalOf(content);
    return refusal === null ? { ...piece, content, refusal } : { ...piece, content: null, refusal };
  });
}

function contentOf({ title, body, folders }: Macro): KnowledgeContent {
  const answer = answerOfMacro(body);
  const isPair = !isCode(title);
  const question = isPair ? questionOf(title) : folders.join(' › ');
  return {
    kind: isPair ? 'pair' : 'article',
    question,
    answer,
    topic: folders.at(-1)?.trim().slice(0, limits.topic) || null,
    scope: [],
    language: detectLanguage(`${question}\n${answer}`),
    channels: [],
    attributes: [],
    validity: null,
    overlaysEntryId: null,
  };
}

function refusalOf({ kind, question, answer }: KnowledgeContent): NonNullable<ImportRow['reason']> | null {
  if (/\uFFFD/u.test(question + answer) || !(question + answer).isWellFormed()) return 'unreadable_characters';
  if (answer === '' || isHoldingReply(answer)) return 'no_answer';
  if (question === '' && kind === 'pair') return 'no_question';
  if (placeholdersIn(answer).length > 0 || template.test(question)) return 'has_placeholders';
  return question.length > limits.question || answer.length > limits.answer ? 'too_long' : null;
}

/** A title as one asks: codes before it are left out, and a short code of words is words. */
function questionOf(title: string): string {
  const worded = title.trim().replace(/^\/+/, '');
  const plain = /\s/.test(worded) ? worded : worded.replace(/[-_/]+/g, ' ');
  const [, rest] = /^[[(]?[A-Z]{1,6}[-_ ]?\d{1,6}[a-z]?[\])]?\s*[-–—:.|]?\s+(.+)$/su.exec(plain) ?? [];
  return (rest ?? plain).trim();
}

/** "REF-01", "12", "#A7", "FAQ": what names a reply and says nothing of it. */
function isCode(title: string): boolean {
  if (title.length > longestCode) return false;
  const bare = title.trim().replace(/^[/#[(]+|[\])]+$/g, '');
  if (/\s/.test(bare)) return false;
  return bare === '' || /^[A-Za-z]{0,6}[-_./]?\d{1,6}[A-Za-z]?$/.test(bare) || /^[A-Z]{1,4}$/.test(bare);
}
