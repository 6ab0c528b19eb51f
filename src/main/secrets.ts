import { safeStorage } from 'electron';

/** Electron 46 keeps only the asynchronous calls, older ones have only the synchronous: the asynchronous come first. */
type AsyncSafeStorage = {
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(plainText: string): Promise<Buffer>;
  decryptStringAsync?(encrypted: Buffer): Promise<string | { result: string }>;
};

const asyncStorage = safeStorage as unknown as AsyncSafeStorage;

/** A secret as the keychain keeps it; null where there is no keychain. */
export async function sealed(secret: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!(await hasKeychain())) return null;
  return new Uint8Array(await (asyncStorage.encryptStringAsync?.(secret) ?? safeStorage.encryptString(secret)));
}

/** The reverse of `sealed`; null where there is no keychain. Throws where it was sealed by another machine or user. */
export async function unsealed(bytes: Uint8Array): Promise<string | null> {
  if (!(await hasKeychain())) return null;
  const buffer = Buffer.from(bytes);
  const secret = await (asyncStorage.decryptStringAsync?.(buffer) ?? safeStorage.decryptString(buffer));
  return typeof secret === 'string' ? secret : secret.result;
}

/** Where there is no keychain. The shell outlives a backend that dies, and they end with it: they are never written. */
const ofThisRun = new Map<string, string>();

/** Null forgets it. */
export function remember(name: string, secret: string | null): void {
  if (secret === null) ofThisRun.delete(name);
  else ofThisRun.set(name, secret);
}

/** Null where there is none. */
export function recalled(name: string): string | null {
  return ofThisRun.get(name) ?? null;
}

/** On Linux "basic_text" is a fixed key in the program: that is no keychain. */
export async function hasKeychain(): Promise<boolean> {
  const isAvailable = await (asyncStorage.isAsyncEncryptionAvailable?.() ?? safeStorage.isEncryptionAvailable());
  return isAvailable && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
}
