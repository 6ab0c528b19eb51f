import type { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import { malformed } from './model-error.ts';

const fenced = /^\s*```[a-z]*\s*\n([\s\S]*?)\n?\s*```\s*$/i;

/** The JSON in a model's answer, in the given shape. Errors: `answer_malformed` (`not_json`, `shape`; `cut` where it was). */
export function answerValue<T>(
  shape: z.ZodType<T>,
  text: string,
  { host, isCut }: { readonly host: string; readonly isCut: boolean },
): { readonly value: T; readonly text: string } {
  const refuse = (reason: 'not_json' | 'shape', field?: string): AppError =>
    malformed(isCut ? 'cut' : reason, host, field === undefined ? {} : { field });
  const json = jsonIn(text);
  if (json === undefined) throw refuse('not_json');
  const parsed = shape.safeParse(json);
  if (parsed.success) return { value: parsed.data, text: JSON.stringify(json) };
  throw refuse('shape', parsed.error.issues[0]?.path.join('.').slice(0, 80) ?? '');
}

function jsonIn(text: string): unknown {
  for (const candidate of [text, fenced.exec(text)?.[1]]) {
    if (candidate === undefined) continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate, if there is one.
    }
  }
  return undefined;
}
