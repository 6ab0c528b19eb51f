import { detectLanguage } from '#core/conversations/detect-language.ts';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import type { Language } from '#shared/model/basics.ts';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { cleanText, excerptOf, hasLostCharacters } from './clean-text.ts';

/** What a format found in one row, as it stands in the file. */
export type RawEntry = {
  readonly kind: KnowledgeContent['kind'];
  readonly question: string;
  readonly answer: string;
  readonly topic: string;
  readonly scope: readonly string[];
  /** A name or tag of a language; empty when the file names none. */
  readonly language: string;
  readonly channels?: KnowledgeContent['channels'];
  readonly attributes?: KnowledgeContent['attributes'];
  readonly validity?: KnowledgeContent['validity'];
};

export type Refusal = NonNullable<KnowledgeFileRow['refusal']>;

/** The limits of `KnowledgeContent`, in UTF-16 units as zod counts them. */
const limits = { question: 2_000, answer: 20_000, topic: 200 } as const;

/** A row that cannot be taken. */
export function refusedRow(
  row: number,
  raw: string,
  refusal: Refusal,
  place?: KnowledgeFileRow['place'],
): KnowledgeFileRow {
  return { row, ...(place !== undefined && { place }), excerpt: excerptOf(raw), content: null, refusal };
}

/** A row cleaned and checked: an entry, or the first reason why it is none. A `pair` needs a question. */
export function fileRow(
  row: number,
  raw: string,
  entry: RawEntry,
  place?: KnowledgeFileRow['place'],
): KnowledgeFileRow {
  const scope = [...new Set(entry.scope.map(cleanText))].filter((name) => name !== '');
  const content = {
    kind: entry.kind,
    question: cleanText(entry.question),
    answer: cleanText(entry.answer),
    topic: cleanText(entry.topic) || null,
    scope,
    channels: entry.channels ?? [],
    attributes: entry.attributes ?? [],
    validity: entry.validity ?? null,
    overlaysEntryId: null,
  };
  const refusal = refusalOf(content);
  if (refusal !== null) return refusedRow(row, raw, refusal, place);
  const language = languageNamed(entry.language) ?? detectLanguage(`${content.question}\n${content.answer}`);
  const whole = { ...content, language };
  return { row, ...(place !== undefined && { place }), excerpt: excerptOf(raw), content: whole, refusal: null };
}

function refusalOf(content: Omit<KnowledgeContent, 'language'>): Refusal | null {
  const { question, answer, topic, scope } = content;
  if ([question, answer, topic ?? '', ...scope].some(hasLostCharacters)) return 'unreadable_characters';
  if (answer === '') return 'no_answer';
  if (question === '' && content.kind === 'pair') return 'no_question';
  if (question.length > limits.question || answer.length > limits.answer) return 'too_long';
  if ((topic ?? '').length > limits.topic) return 'too_long';
  return null;
}

/** Names in one cell, split at `;` and `|` and their full-width forms. */
export function splitNames(cell: string): readonly string[] {
  return cell.split(/[;|；｜]/u);
}

/** The language a file names: a tag ("en-GB"), an English name or its own; null when it is not understood. */
export function languageNamed(name: string): Language | null {
  const plain = name.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return null;
  for (const [language, pattern] of languageNames) if (pattern.test(plain)) return language;
  return /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/u.test(plain) ? 'und' : null;
}

const languageNames: readonly (readonly [Language, RegExp])[] = [
  ['en', /^(?:en|eng)(?:[-_].*)?$|^english|英語|英语|英文/u],
  ['zh', /^(?:zh|cn|chs|cht|zho|chi)(?:[-_].*)?$|^chinese|中文|中国語|汉语|漢語|国语|國語|华语|华文/u],
  ['ja', /^(?:ja|jp|jpn)(?:[-_].*)?$|^japanese|日本語|日本语|日语|日語|日文/u],
];
