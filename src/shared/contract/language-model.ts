import { z } from 'zod';
import { Id, Instant } from '../model/basics.ts';
import { LedgerLine, ModelUse } from '../model/ledger.ts';
import { ModelProbeReport, ModelSettings } from '../model/language-model.ts';
import { StoreWriting, WritingChange } from '../model/writing.ts';
import { request } from './definition.ts';

/** A provider's key; null keeps the one that is stored. */
const Secret = z.string().trim().min(1).max(1_000).nullable();

/** A language model as the window shows it. */
export const ModelConnection = z.object({
  id: Id,
  name: z.string(),
  settings: ModelSettings,
  /** It runs on this computer: nothing it is told leaves it. */
  isLocal: z.boolean(),
  hasSecret: z.boolean(),
  createdAt: Instant,
});
export type ModelConnection = z.infer<typeof ModelConnection>;

/** `modelId` null: a new one. */
const Candidate = z.object({ modelId: Id.nullable(), settings: ModelSettings, secret: Secret });

export const languageModelRequests = {
  'model.list': request(z.object({}), z.array(ModelConnection)),
  /** Errors: `not_found`; `refused_credentials` where another host would get the stored key. */
  'model.save': request(Candidate.extend({ name: z.string().trim().min(1).max(120) }), ModelConnection),
  /** Its key goes with it; what it has written and the ledger stay. */
  'model.remove': request(z.object({ modelId: Id }), z.object({})),
  /** Asks for one word, in steps; keeps nothing but the lines of the ledger. */
  'model.probe': request(Candidate, ModelProbeReport),
  /** The models a provider offers; null where it has no list. */
  'model.names': request(Candidate, z.array(z.string()).nullable()),
  /** A model file that the person names in the system's own window; null where they closed it. */
  'model.chooseFile': request(z.object({}), z.string().nullable()),
};

export const writingRequests = {
  /** Which models may write for a store, and who decided so, newest first. */
  'writing.get': request(
    z.object({ storeId: Id }),
    z.object({ writing: StoreWriting, changes: z.array(WritingChange) }),
  ),
  /** Counts from the next request on, also in what is being written now. */
  'writing.save': request(z.object({ storeId: Id, writing: StoreWriting }), StoreWriting),
};

export const ledgerRequests = {
  /** Newest first, at most 200; `storeId` and `isLocal` null: all; `before`: older than this line. */
  'ledger.list': request(
    z.object({
      storeId: Id.nullable(),
      isLocal: z.boolean().nullable(),
      before: LedgerLine.pick({ id: true, createdAt: true }).nullable(),
    }),
    z.array(LedgerLine),
  ),
  /** What left, as text; null where it is no longer kept. Errors: `not_found`. */
  'ledger.body': request(z.object({ lineId: Id }), z.string().nullable()),
  'ledger.uses': request(z.object({ storeId: Id.nullable(), from: Instant, to: Instant }), z.array(ModelUse)),
};
