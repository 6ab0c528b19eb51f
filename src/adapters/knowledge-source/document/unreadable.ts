import { AppError } from '#shared/errors.ts';

/** Why a document cannot be read; the window words each (`renderer/src/i18n`, `problem.file.…`). */
export type UnreadableReason = 'broken' | 'encrypted' | 'no_text' | 'too_deep' | 'too_large_inside' | 'took_too_long';

const sentences: Readonly<Record<UnreadableReason, string>> = {
  broken: 'is damaged or not whole',
  encrypted: 'is protected with a password',
  no_text: 'holds no text, only pictures of it',
  too_deep: 'is nested too deeply to be read',
  too_large_inside: 'holds far more than its size tells, more than can be read safely',
  took_too_long: 'took too long to read',
};

/** The error of a document that cannot be read; its message names the file and the reason. */
export function unreadable(name: string, reason: UnreadableReason, cause?: unknown): AppError {
  return new AppError('file_unreadable', `${name} ${sentences[reason]}.`, {
    cause,
    detail: { file: name, reason },
  });
}
