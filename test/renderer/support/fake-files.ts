import { type ReplyFile, safeContentType, safeFileName } from '#shared/model/reply-file.ts';
import type { Handlers } from '#shared/rpc/server.ts';

type FileHandlers = Pick<Handlers, Extract<keyof Handlers, `file.${string}`>>;

/** Files of replies, by name and size alone. */
export function fakeFiles(): FileHandlers {
  const work = new Map<string, readonly ReplyFile[]>();
  let last = 0;
  const keep = ({ name, contentType, bytes }: { name: string; contentType: string; bytes: Uint8Array }): ReplyFile => ({
    sha256: (++last).toString(16).padStart(64, '0'),
    name: safeFileName(name),
    contentType: safeContentType(contentType),
    size: Math.max(1, bytes.byteLength),
  });
  const of = (conversationId: string): ReplyFile[] => [...(work.get(conversationId) ?? [])];
  return {
    'file.ofWork': ({ conversationId }) => of(conversationId),
    'file.attach': ({ conversationId, ...given }) => {
      work.set(conversationId, [...of(conversationId), keep(given)]);
      return of(conversationId);
    },
    'file.attachOfMacros': ({ conversationId }) => of(conversationId),
    'file.remove': ({ conversationId, sha256 }) => {
      work.set(
        conversationId,
        of(conversationId).filter((file) => file.sha256 !== sha256),
      );
      return of(conversationId);
    },
    'file.keep': keep,
  };
}
