/** What became of a written file. */
export type WrittenFile = {
  readonly path: string;
  readonly bytes: number;
  /** Line ends in it. */
  readonly rows: number;
  /** Lower case hex. */
  readonly sha256: string;
};

/** A file on its way into an export. */
export type CorpusFileWriter = {
  /** Whole lines, with their ends. */
  write(text: string): void;
  close(): WrittenFile;
};

/** A folder on its way; it stands under its name only once it is whole. Errors: `file_unwritable` (`detail`: file). */
export type CorpusFolderWriter = {
  /** `path` below the folder, with `/`. */
  file(path: string): CorpusFileWriter;
  /** A whole file as it is. */
  bytes(path: string, bytes: Uint8Array): WrittenFile;
  finish(): void;
  /** Leaves nothing behind; harmless after `finish`. */
  discard(): void;
};

/** A folder that somebody brings; nothing about it is known to be true. Errors: `corpus_refused`, `file_unreadable`. */
export type CorpusFolderReader = {
  /** Every file below it, by the alphabet, and every folder without one, ending in `/`. Refuses links and whatever else is no plain file, by name. */
  list(): readonly string[];
  /** The whole text of a small file; null where it is missing, longer than `mostBytes` or no UTF-8. */
  text(path: string, mostBytes: number): string | null;
  /** Reads a file in pieces; the last value is its digest. Ends early, as changed, past `mostBytes`. */
  digest(path: string, mostBytes: number): Generator<void, Pick<WrittenFile, 'bytes' | 'sha256'>>;
  /** What is in a file. Refuses it, as `changed`, where it is not this one (any more). */
  bytes(file: WrittenFile): Uint8Array;
  /**
   * The lines of a file without their ends, one by one. Refuses it in the end, as `changed`, where it is not this one
   * (any more), and at once a line that is too long or no UTF-8.
   */
  lines(file: WrittenFile): Generator<string>;
};

export type CorpusFiles = {
  /** A new folder: it must be missing or empty. Errors: `conflict` where it is not, `file_unwritable`. */
  create(folder: string): CorpusFolderWriter;
  /** Errors: `file_unreadable` where it is no folder. */
  open(folder: string): CorpusFolderReader;
};
