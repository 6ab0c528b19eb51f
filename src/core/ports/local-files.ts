/** A readable file of a folder. */
export type LocalFile = {
  /** From the folder on, with `/` between: "returns/eu.md". */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
};

export type FolderListing = {
  /** By name. */
  readonly files: readonly LocalFile[];
  /** Files that were left out because there are more than may be read; at least one where nobody counted on. */
  readonly left: number;
  /** Folders inside that could not be read, by their names from the folder on with `/` at the end. */
  readonly unread: readonly UnreadFolder[];
};

export type UnreadFolder = { readonly name: string; readonly error: unknown };

/** Files of this machine that a person has named. */
export type LocalFiles = {
  /**
   * The files below a folder with one of these endings (no dot, lower case). Hidden ones and links are passed over.
   * Errors: `file_unreadable` (`detail.file`), `cancelled`.
   */
  list(
    folder: string,
    limits: { readonly extensions: ReadonlySet<string>; readonly mostFiles: number },
    signal: AbortSignal,
  ): Promise<FolderListing>;
  /** Errors: `file_unreadable`, `file_too_large` (over `largestImport`), both with `detail.file`; `cancelled`. */
  read(file: LocalFile, signal: AbortSignal): Promise<Uint8Array>;
};
