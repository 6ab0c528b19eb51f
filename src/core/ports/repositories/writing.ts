import type { ModelSettings } from '#shared/model/language-model.ts';
import type { LedgerLine, ModelUse } from '#shared/model/ledger.ts';
import type { StoreWriting, WritingChange } from '#shared/model/writing.ts';

/** A language model the owner has connected; its secret is apart. */
export type ConnectedModel = {
  readonly id: string;
  readonly name: string;
  readonly settings: ModelSettings;
  readonly createdAt: number;
};

/** The language models of this desk. Removed ones stay for what they have written. */
export type LanguageModelRepository = {
  /** Those that are not removed, oldest first. */
  list(): readonly ConnectedModel[];
  /** Null where there is none, or it was removed. */
  find(modelId: string): ConnectedModel | null;
  add(model: ConnectedModel): void;
  /** Errors: `not_found`, also for a removed one. */
  save(modelId: string, name: string, settings: ModelSettings): void;
  /** Its secret goes with it. */
  remove(modelId: string, at: number): void;
  /** What `Host.seal` made of the secret; null where there is none. */
  sealedSecret(modelId: string): Uint8Array | null;
  setSealedSecret(modelId: string, sealed: Uint8Array | null): void;
};

/** Which models may write for a store: every decision is kept, the newest counts. */
export type StoreWritingRepository = {
  /** What was decided last; nothing may leave where nothing was. */
  get(storeId: string): StoreWriting;
  append(storeId: string, change: WritingChange & { readonly id: string }): void;
  /** Newest first. */
  changes(storeId: string): readonly WritingChange[];
};

export type LedgerEnd = Pick<
  LedgerLine,
  'state' | 'problem' | 'inputTokens' | 'outputTokens' | 'cost' | 'currency' | 'endedAt'
>;

/** The ledger: what left for a language model, to whom, when and for what. Nothing in it is changed or deleted. */
export type LedgerRepository = {
  /** Before the first byte leaves. */
  append(line: Omit<LedgerLine, 'size' | 'digest'>, body: Uint8Array): void;
  /** What became of it. */
  end(lineId: string, end: LedgerEnd): void;
  /** Newest first; `storeId` null: of all stores; `before`: older than this line. */
  list(query: {
    readonly storeId: string | null;
    readonly isLocal: boolean | null;
    readonly before: Pick<LedgerLine, 'id' | 'createdAt'> | null;
    readonly limit: number;
  }): readonly LedgerLine[];
  /** The bytes that left; null where they are no longer kept. Errors: `not_found`. */
  body(lineId: string): Uint8Array | null;
  uses(query: { readonly storeId: string | null; readonly from: number; readonly to: number }): readonly ModelUse[];
  /** Lets the bytes go of what left before; length and digest stay. */
  forgetBodies(before: number): void;
};
