import type { BackupFile, DeskFacts, RestorePreview } from '#shared/model/portable.ts';

/** How far a copy has come, in pages of the database. */
export type CopyProgress = (done: number, total: number) => void;

/** Copies of the whole database, and the way back. Nothing of it holds up whoever works at the desk. */
export type DeskBackups = {
  /** Where the daily ones lie; null for a desk that keeps nothing. */
  readonly folder: string | null;
  /**
   * Writes the database as it stands at this moment to a new file, then reads that through. The file stands under its
   * name only once it is sound. Errors: `conflict` where it is there already, `file_unwritable`, `backup_refused`.
   */
  make(file: string, onProgress?: CopyProgress): Promise<BackupFile>;
  /** Newest first. */
  daily(): readonly BackupFile[];
  /** Databases that a restore put aside, newest first. */
  putAside(): readonly BackupFile[];
  remove(file: string): void;
  /** Bytes of the database, and those free where the daily ones lie. */
  room(): { readonly bytes: number; readonly freeBytes: number };
  /** Another text whenever something came in that would be missed. */
  mark(): string;
  facts(): DeskFacts;
  /**
   * Reads a file through, changes nothing, and says what restoring it would mean. Errors: `backup_refused` (`why`:
   * `damaged`, `foreign`, `newer`, `missing`).
   */
  inspect(file: string): Promise<RestorePreview>;
  /**
   * Makes a copy of it ready to take the database's place at the next start. Replies that had not left when it was made
   * are held there. Errors: those of `inspect`, `file_unwritable`.
   */
  stage(file: string, at: number): Promise<void>;
};
