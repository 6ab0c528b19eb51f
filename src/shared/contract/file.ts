import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { mostStacked } from '../model/macro.ts';
import { FileHash, ReplyFile } from '../model/reply-file.ts';
import { request } from './definition.ts';

/** What a person chose, dropped or pasted: read by the page, which names no paths. */
const GivenFile = z.object({
  name: z.string().max(1_000),
  contentType: z.string().max(200),
  bytes: z.instanceof(Uint8Array),
});

export const fileRequests = {
  /** Files of the reply that is being written in a conversation. */
  'file.ofWork': request(z.object({ conversationId: Id }), z.array(ReplyFile)),
  /** Attaches one to it; answers with all. Error: `files_refused` (`detail`: reason, file, max). */
  'file.attach': request(GivenFile.extend({ conversationId: Id }), z.array(ReplyFile)),
  /** Attaches what macros carry, as they stood when they were put in. Errors: as above. */
  'file.attachOfMacros': request(
    z.object({
      conversationId: Id,
      macros: z.array(z.object({ macroId: Id, versionId: Id })).max(mostStacked),
    }),
    z.array(ReplyFile),
  ),
  'file.remove': request(z.object({ conversationId: Id, sha256: FileHash }), z.array(ReplyFile)),
  /** Keeps one that a macro is about to carry. Errors: as above. */
  'file.keep': request(GivenFile, ReplyFile),
};
