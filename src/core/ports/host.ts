/** What the machine around the backend does for it: the shell in the app, the terminal in the command line. */
export type Host = {
  /** False where the system offers no keychain; then `seal` throws `no_keychain`. */
  hasKeychain(): Promise<boolean>;
  /** Encrypts a secret for this machine and user. Errors: `no_keychain`. */
  seal(secret: string): Promise<Uint8Array>;
  /** The secret of `seal`. Errors: `no_keychain` where it was sealed by another machine or user. */
  unseal(sealed: Uint8Array): Promise<string>;
};
