import { AppError } from '#shared/errors.ts';

/** A feed that cannot be read. */
export function unreadableFeed(
  name: string,
  reason: 'too_many' | 'too_deep' | 'too_large_inside' | 'no_products' | 'broken',
  message: string,
): AppError {
  return new AppError('file_unreadable', `${name} ${message}`, { detail: { file: name, reason } });
}
