import { AppError, type ErrorCode } from '#shared/errors.ts';

/** Where a foreign error came from; the password is taken out of everything that is kept of it. */
type ErrorOrigin = { readonly host: string; readonly password: string };

/** The fields imapflow, nodemailer and Node put on their errors. */
type ForeignError = {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly authenticationFailed?: unknown;
  readonly serverResponseCode?: unknown;
  readonly responseText?: unknown;
  readonly responseStatus?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
};

/** The AppError an IMAP failure stands for. */
export function imapError(error: unknown, origin: ErrorOrigin): AppError {
  if (error instanceof AppError) {
    return error;
  }
  const foreign = error as ForeignError;
  const code = imapCode(foreign);
  return appError(code ?? connectionCode(foreign) ?? 'remote_failed', foreign, origin);
}

/** The AppError an SMTP failure stands for; whether it may have left all the same is the sender's to know. */
export function smtpError(error: unknown, origin: ErrorOrigin): AppError {
  if (error instanceof AppError) {
    return error;
  }
  const foreign = error as ForeignError;
  return appError(smtpCode(foreign) ?? connectionCode(foreign) ?? 'remote_failed', foreign, origin);
}

/** True where the server answered, and refused: the connection is fine, this one request is not. */
export function isRefusedRequest(error: unknown): boolean {
  const { responseStatus } = error as ForeignError;
  return responseStatus === 'NO' || responseStatus === 'BAD';
}

/** True where the answer itself could not be read: it would fail again in the same way. */
export function isUnreadableAnswer(error: unknown): boolean {
  const code = String((error as ForeignError).code ?? '');
  return /^(ParserError|MAX_IMAP_NESTING|LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooMany)/.test(code);
}

function imapCode(foreign: ForeignError): ErrorCode | null {
  const answer = String(foreign.serverResponseCode ?? '').toUpperCase();
  const text = `${textOr(foreign.responseText)} ${textOr(foreign.response)}`;
  if (foreign.code === 'ETHROTTLE' || answer === 'LIMIT' || isThrottled(text)) {
    return 'rate_limited';
  }
  // RFC 5530: the server cannot look at the password now; trying again later is right.
  if (['UNAVAILABLE', 'INUSE', 'SERVERBUG', 'CONTACTADMIN'].includes(answer) || /\[UNAVAILABLE\]/i.test(text)) {
    return 'remote_failed';
  }
  if (foreign.authenticationFailed === true) {
    return 'refused_credentials';
  }
  if (answer === 'NOPERM' || answer === 'AUTHORIZATIONFAILED') {
    return 'refused_permission';
  }
  return isRefusedRequest(foreign) ? 'remote_failed' : null;
}

function smtpCode(foreign: ForeignError): ErrorCode | null {
  const status = typeof foreign.responseCode === 'number' ? foreign.responseCode : 0;
  const answer = textOr(foreign.response);
  if (foreign.code === 'ETLS') {
    return 'unreachable';
  }
  if (status >= 400 && status < 500) {
    return status === 421 || isThrottled(answer) ? 'rate_limited' : 'remote_failed';
  }
  if (status === 534 || status === 535 || status === 530 || (status >= 500 && foreign.code === 'EAUTH')) {
    return 'refused_credentials';
  }
  return status >= 500 ? 'refused_by_server' : null;
}

function isThrottled(answer: string): boolean {
  return /\[LIMIT\]|throttl|too many|rate.?limit|quota.*(exceeded|rate)|try again later.*\b4\.7\./i.test(answer);
}

const timeOuts = new Set(['ETIMEDOUT', 'ETIMEOUT', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
const certificates = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO|ERR_SSL|ETLS/;
const lostLines =
  /^(E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|CONNABORTED|HOSTUNREACH|NETUNREACH|PIPE|ADDRNOTAVAIL|SOCKET|CONNECTION|DNS|ConnectionClosed)|NoConnection|StateLogout|ClosedAfterConnect.*)$/;

function connectionCode(foreign: ForeignError): ErrorCode | null {
  const codes = [foreign.code, foreign.originalCode].map((code) => String(code ?? ''));
  if (codes.some((code) => timeOuts.has(code))) {
    return 'timed_out';
  }
  return codes.some((code) => lostLines.test(code) || certificates.test(code)) ? 'unreachable' : null;
}

function appError(code: ErrorCode, foreign: ForeignError, origin: ErrorOrigin): AppError {
  const shown = withoutSecret(answerOf(foreign), origin.password);
  const foreignCode = String(foreign.originalCode ?? foreign.code ?? '');
  const isTls = code === 'unreachable' && certificates.test(foreignCode);
  // The foreign error itself is not kept: it may carry the command that carried the password.
  return new AppError(code, `${origin.host}: ${shown}`, {
    detail: { host: origin.host, reason: isTls ? 'certificate' : shown },
    cause: new Error(withoutSecret(`${foreignCode} ${textOr(foreign.message)}`.trim(), origin.password)),
  });
}

function answerOf(foreign: ForeignError): string {
  const answer = textOr(foreign.responseText) || textOr(foreign.response) || textOr(foreign.message) || 'no answer';
  return answer.replace(/\s+/g, ' ').slice(0, 300);
}

/** The password may stand in an answer as it is or, quoted from an AUTH command, in base64. */
function withoutSecret(text: string, password: string): string {
  const secrets = [password, Buffer.from(password).toString('base64')].filter((secret) => secret.length >= 3);
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
