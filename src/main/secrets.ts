import { safeStorage } from 'electron';
import { type HostAnswer, HostRequest } from '#shared/host-wire.ts';

/** Electron 46 keeps only the asynchronous calls, older ones have only the synchronous: the asynchronous come first. */
type AsyncSafeStorage = {
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(plainText: string): Promise<Buffer>;
  decryptStringAsync?(encrypted: Buffer): Promise<string | { result: string }>;
};

const asyncStorage = safeStorage as unknown as AsyncSafeStorage;

/** Answers what the backend asks of the keychain; null for a message that is no such question. */
export async function answerHostRequest(message: unknown): Promise<HostAnswer | null> {
  const parsed = HostRequest.safeParse(message);
  if (!parsed.success) return null;
  const request = parsed.data;
  try {
    return { id: request.id, value: await answered(request) };
  } catch {
    // The reason may hold the secret; the backend words what a person can do.
    return { id: request.id, value: request.kind === 'hasKeychain' ? false : null };
  }
}

async function answered(request: HostRequest): Promise<HostAnswer['value']> {
  if (request.kind === 'hasKeychain') return hasKeychain();
  if (!(await hasKeychain())) return null;
  if (request.kind === 'seal') {
    const sealed = await (asyncStorage.encryptStringAsync?.(request.secret) ??
      safeStorage.encryptString(request.secret));
    return new Uint8Array(sealed);
  }
  const sealed = Buffer.from(request.sealed);
  const secret = await (asyncStorage.decryptStringAsync?.(sealed) ?? safeStorage.decryptString(sealed));
  return typeof secret === 'string' ? secret : secret.result;
}

/** On Linux "basic_text" is a fixed key in the program: that is no keychain. */
async function hasKeychain(): Promise<boolean> {
  const isAvailable = await (asyncStorage.isAsyncEncryptionAvailable?.() ?? safeStorage.isEncryptionAvailable());
  return isAvailable && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
}
