import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { fileRow, refusedRow, splitNames } from './file-row.ts';

/**
 * The rows of JSON Lines (row = line number) or of one JSON document: an array, one entry, or an object around one
 * array (row = place in the array). Errors: `file_unreadable` when it is neither.
 */
export function readJsonl(name: string, text: string): readonly KnowledgeFileRow[] {
  const whole = parsed(text);
  if (whole !== undefined) return itemsOf(whole).map((item, index) => rowOf(index + 1, jsonOf(item), item));
  // The lines of an array that was cut off are its entries, each with a comma behind it.
  const lines = text
    .split(/\r\n?|\n/u)
    .map((line, index) => ({ line, row: index + 1, value: parsed(line.replace(/,\s*$/u, '')) }))
    .filter(({ line }) => !['', '[', ']'].includes(line.trim()));
  if (!lines.some(({ value }) => isObject(value))) {
    throw new AppError('file_unreadable', `${name} is not valid JSON. Export it again as JSON Lines or as CSV.`, {
      detail: { file: name },
    });
  }
  return lines.map(({ line, row, value }) => rowOf(row, line, value));
}

function rowOf(row: number, raw: string, value: unknown): KnowledgeFileRow {
  if (value === undefined) return refusedRow(row, raw, raw.includes('\uFFFD') ? 'unreadable_characters' : 'broken_row');
  if (!isObject(value)) return refusedRow(row, raw, 'not_an_object');
  const question = textOf(value['question']);
  const title = textOf(value['title']);
  return fileRow(row, raw, {
    kind: question.trim() === '' ? 'article' : 'pair',
    question: question.trim() === '' ? title : question,
    answer: textOf(value['answer']),
    topic: textOf(value['topic']),
    scope: namesOf(value['scope']),
    language: textOf(value['language']),
  });
}

function itemsOf(whole: unknown): readonly unknown[] {
  if (Array.isArray(whole)) return whole;
  if (!isObject(whole) || 'answer' in whole) return [whole];
  const arrays = Object.values(whole).filter(Array.isArray);
  return arrays.length === 1 ? (arrays[0] ?? []) : [whole];
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.parse takes any depth, JSON.stringify only as much as the stack.
    return '';
  }
}

/** Undefined where the text is no JSON: JSON itself has no such value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : splitNames(textOf(value));
}
