/** One step of the schema. A landed one is never edited: databases in the world already took it. */
export type Migration = {
  /** 1, 2, 3 … without a gap; the database's `user_version` once it is taken. */
  readonly version: number;
  /** The words of its file name. */
  readonly name: string;
  readonly sql: string;
};
