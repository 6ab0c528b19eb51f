/** A signature and the key that proves it. */
export type Signature = {
  /** Base64. */
  readonly signature: string;
  /** PEM. */
  readonly publicKey: string;
};

/** Ed25519 signatures (RFC 8032): the same text and key give the same signature. */
export type Signer = {
  /** With this desk's own key, which is made at first need. */
  sign(text: string): Promise<Signature>;
  /** Whether the key made the signature of exactly this text; false for anything that is no such key or signature. */
  verify(text: string, signature: Signature): boolean;
  /** The name of a key: SHA-256 of what it says, lower case hex; null for what is no such key. */
  fingerprint(publicKey: string): string | null;
  /** The fingerprints of this desk's keys; none before the first signature. */
  own(): readonly string[];
};
