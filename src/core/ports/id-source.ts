/** Makes global ids. */
export type IdSource = {
  /** A new UUIDv7 (RFC 9562): later ones sort after earlier ones of the same desk. */
  newId(): string;
};
