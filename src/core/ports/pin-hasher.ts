/** Turns PINs into what may be kept of them. */
export type PinHasher = {
  /** A text from which the PIN cannot be read; another one each time. */
  hash(pin: string): Promise<string>;
  /** Whether it was made of this PIN; false also for a text that is none of its own. */
  matches(pin: string, kept: string): Promise<boolean>;
};
