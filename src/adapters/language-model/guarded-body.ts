import type { IncomingMessage } from 'node:http';
import type { HttpOrigin } from '#adapters/http/http-error.ts';
import { AppError } from '#shared/errors.ts';
import type { Dialect } from './dialect.ts';
import { createDocumentReader } from './documents.ts';
import { malformed, reportedError } from './model-error.ts';
import type { Patience } from './patience.ts';

export type Guard = {
  readonly origin: HttpOrigin;
  readonly dialect: Dialect;
  readonly patience: Patience;
  /** Hears every document of the answer. */
  readonly heard: (document: unknown) => void;
  /** Whether a document has said that the answer is at its end. */
  readonly isFinished: () => boolean;
  /** What a foreign error becomes. */
  readonly fail: (error: unknown) => AppError;
};

/** No reply is as long; a server that does not stop is left. */
export const mostAnswerBytes = 8 * 1024 * 1024;

/**
 * A streamed answer, piece by piece, read along: a document that is none, a reported failure, too many bytes, or an end
 * before the model said so break it off. The connection is closed when nobody reads on.
 */
export async function* guardedBody(message: IncomingMessage, guard: Guard): AsyncGenerator<Uint8Array> {
  const { patience, origin, dialect } = guard;
  const reader = createDocumentReader(dialect.framing);
  const hear = (documents: readonly unknown[]): void => documents.forEach((document) => hearDocument(guard, document));
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Uint8Array>) {
      patience.rest();
      size += chunk.byteLength;
      if (size > mostAnswerBytes) throw malformed('too_large', origin.host);
      hear(parsed(guard, () => reader.take(chunk)));
      yield chunk;
      patience.waitFor('next_byte');
    }
    hear(parsed(guard, () => reader.end()));
    if (!guard.isFinished()) throw malformed('cut', origin.host);
  } catch (error) {
    throw guard.fail(error);
  } finally {
    patience.end();
    message.destroy();
  }
}

/** An answer that comes in one piece. Errors: AppError, and what the connection breaks with. */
export async function readWhole(message: IncomingMessage, guard: Guard): Promise<string> {
  const text = await bytesWithin(message, mostAnswerBytes, () => malformed('too_large', guard.origin.host));
  for (const document of parsed(guard, () => [JSON.parse(text)])) hearDocument(guard, document);
  return text;
}

function hearDocument(guard: Guard, document: unknown): void {
  const reported = reportedError(guard.origin, document);
  if (reported !== null) throw reported;
  guard.heard(document);
}

function parsed(guard: Guard, read: () => readonly unknown[]): readonly unknown[] {
  try {
    return read();
  } catch {
    throw malformed('protocol', guard.origin.host);
  }
}

/** The text of a body, at most so many bytes of it: what is beyond is left away, or an error where there is one for it. */
export async function bytesWithin(message: IncomingMessage, most: number, tooLarge?: () => AppError): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size <= most) continue;
      if (tooLarge !== undefined) throw tooLarge();
      break;
    }
  } finally {
    message.destroy();
  }
  return Buffer.concat(chunks).subarray(0, most).toString('utf8');
}
