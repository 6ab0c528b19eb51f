import type { ReplyFile } from '#shared/model/reply-file.ts';

/** What is in files, once each, and the files of replies that are being written. */
export type FileRepository = {
  /** Keeps what is in a file, unless it is here; returns its SHA-256. */
  keep(bytes: Uint8Array, at: number): string;
  has(sha256: string): boolean;
  /** Null where it is not kept (any more). */
  bytes(sha256: string): Uint8Array<ArrayBuffer> | null;
  /** Of the reply that is being written in a conversation, in order. */
  ofWork(conversationId: string): readonly ReplyFile[];
  /** Puts files behind those that are there; one whose content is there already stays as it is. */
  addToWork(conversationId: string, files: readonly ReplyFile[], at: number): void;
  removeFromWork(conversationId: string, sha256: readonly string[]): void;
  /**
   * Lets go of what nothing refers to: no reply being written since then or on its way, none sent since then, no version
   * of a macro. What was brought after `broughtBefore` stays, but for `only`, the one that is looked at where it is named.
   * Times in ms UTC. Returns how many went.
   */
  dropUnused(since: {
    readonly workSince: number;
    readonly sentSince: number;
    readonly broughtBefore: number;
    readonly only?: string | undefined;
  }): number;
};
