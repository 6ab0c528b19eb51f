/**
 * Every reason for which Deskside refuses or fails something it was asked for.
 * The window words each code in the person's language (`renderer/src/i18n`); `detail` fills the blanks.
 */
export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'unsupported',
  'cancelled',
  'forbidden',
  'signed_out',
  'wrong_pin',
  'pin_paused',
  'pin_needed',
  'last_owner',
  'refused_credentials',
  'refused_permission',
  'refused_by_server',
  'unreachable',
  'timed_out',
  'rate_limited',
  'remote_failed',
  'send_uncertain',
  'not_delivered',
  'macro_unreadable',
  'reply_incomplete',
  'reply_too_long',
  'reply_window_closed',
  'files_refused',
  'reply_unsupported',
  'thread_moved_on',
  'reply_untranslated',
  'embedder_unavailable',
  'model_unusable',
  'model_unknown',
  'prompt_too_long',
  'answer_refused',
  'answer_malformed',
  'engine_missing',
  'model_file_unusable',
  'download_refused',
  'download_altered',
  'disk_full',
  'no_keychain',
  'file_unreadable',
  'file_too_large',
  'too_many_files',
  'host_not_named',
  'address_internal',
  'refused_by_robots',
  'page_too_large',
  'page_limit',
  'file_unwritable',
  'corpus_refused',
  'backup_refused',
  'local_only',
  'figures_not_shown',
  'answer_unsupported',
  'nothing_to_word',
  'database_newer',
  'database_busy',
  'database_failed',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values that fill the blanks of an error's sentence: a host, a file name, a row. Never a secret. */
export type ErrorDetail = Readonly<Record<string, string | number>>;

/** The one error type that crosses a layer. Adapters translate foreign errors into it at their edge. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly detail?: ErrorDetail } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.detail = options.detail ?? {};
  }
}

/** An error as plain data, as it crosses the wire and rests in the database. */
export type Problem = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail: ErrorDetail;
};

/** The problem a caught value stands for; anything that is not an AppError is `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, detail: error.detail };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message, detail: {} };
}

/** The AppError a problem stands for: the reverse of `problemOf`. */
export function errorOf(problem: Problem): AppError {
  return new AppError(problem.code, problem.message, { detail: problem.detail });
}

/** Marks a `switch` as exhaustive: adding a case without handling it does not compile. */
export function assertNever(value: never): never {
  throw new AppError('internal', `Unexpected value: ${JSON.stringify(value)}`);
}
