import { z } from 'zod';
import { Id, PageRequest, pageOf } from '../model/basics.ts';
import { KnowledgePlace } from '../model/knowledge.ts';
import { Source, SourceChange, SourcePlan, SourceSettings, mostFiles } from '../model/source.ts';
import { request } from './definition.ts';

/** Where pages and feeds are read from; with no user and no password in it, which would be kept in clear. */
const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .regex(/^[^\s\p{Cc}]+$/u)
  .refine((address) => !/^https?:[/\\]*[^/\\?#]*@/i.test(address), { message: 'It holds a user or a password.' });

const [, , Site, Address, OfInbox, Macros] = SourceSettings.options;

/**
 * What a window may ask to be read. A path never comes from a window: `chosen` names what a person has chosen in the
 * system's dialog (`source.choose`). `given`: files whose bytes the window hands over at every reading.
 */
export const NewSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('given') }),
  z.object({ kind: z.literal('chosen'), choiceId: Id }),
  Site.extend({ url: WebAddress }),
  Address.extend({ url: WebAddress }),
  OfInbox,
  Macros,
]);
export type NewSource = z.infer<typeof NewSource>;

/** At most `largestImport` bytes each, `mostGivenBytes` together. */
const GivenFiles = z
  .array(z.object({ name: z.string().min(1).max(1_000), bytes: z.instanceof(Uint8Array) }))
  .min(1)
  .max(mostFiles);

/** Files that are given at once, bytes: 256 MiB. */
export const mostGivenBytes = 256 * 1024 * 1024;

/** Which lines of a plan are taken: those of these kinds that are not unsure, but for the `flipped` ones. */
const Choice = z.object({
  kinds: z.array(SourceChange.shape.change).max(SourceChange.shape.change.options.length),
  /** Whether unsure ones are taken as well. */
  takesUnsure: z.boolean(),
  /** Ids of lines that are taken though they would be left, or left though they would be taken. */
  flipped: z.array(z.number().int().nonnegative()).max(100_000),
});

export const sourceRequests = {
  /** Every source of every place, oldest first, each with what its last reading found while that waits to be taken. */
  'source.list': request(z.object({}), z.array(Source.extend({ isReading: z.boolean(), plan: SourcePlan.nullable() }))),
  /** Lets a person choose in the system's dialog; null where they close it. Errors: `unsupported` without a shell. */
  'source.choose': request(
    z.object({ what: z.enum(['file', 'folder']) }),
    z.object({ choiceId: Id, name: z.string() }).nullable(),
  ),
  /** Adds a source, or answers the one that is there already. Errors: `not_found` for a choice that is too old. */
  'source.add': request(
    z.object({ place: KnowledgePlace, name: z.string().trim().min(1).max(200), settings: NewSource }),
    Source,
  ),
  /**
   * Reads it and says what that would change; nothing is written. `files` of a source that is given by its bytes. A second
   * reading of the same source is refused while one runs (`conflict`). Errors: those of its kind; `cancelled`.
   */
  'source.read': request(z.object({ sourceId: Id, files: GivenFiles.optional() }), SourcePlan),
  'source.cancel': request(z.object({ sourceId: Id }), z.object({})),
  /**
   * Lines of a plan in order: all of them, those of one kind, those that would write something (`writes`), or of these the
   * ones a person must choose (`unsure`). Errors: `not_found`.
   */
  'source.changes': request(
    PageRequest.extend({
      planId: Id,
      only: z
        .enum([...SourceChange.shape.change.options, 'writes', 'unsure'])
        .nullable()
        .default(null),
    }),
    pageOf(SourceChange),
  ),
  /**
   * Takes what is chosen of a plan, which is gone then. `why` in the person's words. Entries that somebody has changed
   * since the reading stay as they are (`outrun`).
   */
  'source.take': request(
    z.object({ planId: Id, choice: Choice, why: z.string().trim().max(1_000) }),
    z.object({ added: z.int(), changed: z.int(), gone: z.int(), outrun: z.int() }),
  ),
  /** Forgets a plan. */
  'source.drop': request(z.object({ planId: Id }), z.object({})),
  'source.remove': request(
    z.object({ sourceId: Id, entries: z.enum(['keep', 'retire']), why: z.string().trim().max(1_000) }),
    z.object({}),
  ),
};
