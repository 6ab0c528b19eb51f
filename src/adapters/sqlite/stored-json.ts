import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';

/** The value of a JSON column, checked by its schema. Throws `database_failed` naming the place. */
export function checkedJson<T extends z.ZodType>(schema: T, text: string, place: string): z.infer<T> {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new AppError('database_failed', `The database holds something unexpected in ${place}.`, {
    cause: parsed.error,
    detail: { reason: place },
  });
}

/** The value as JSON text, null for null. */
export function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
