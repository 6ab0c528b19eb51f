import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import type { Signature, Signer } from '#core/ports/signer.ts';
import type { SigningKeyStore } from './signing-key-store.ts';

const header = '-----BEGIN PUBLIC KEY-----';
/** An Ed25519 key as PEM has 113 characters. */
const longestKey = 400;

/** Signs with the key that `keys` keeps. */
export function ed25519Signer(keys: SigningKeyStore): Signer {
  async function ownKey(): Promise<KeyObject> {
    const kept = await keys.load();
    if (kept !== null) {
      const key = createPrivateKey({ key: kept, format: 'pem' });
      const publicKey = pemOf(createPublicKey(key));
      // A restored database may name the key of another machine.
      if (!keys.publicKeys().includes(publicKey)) await keys.save(kept, publicKey);
      return key;
    }
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await keys.save(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), pemOf(publicKey));
    return privateKey;
  }
  return {
    async sign(text) {
      const key = await ownKey();
      const signature = sign(null, Buffer.from(text, 'utf8'), key).toString('base64');
      return { signature, publicKey: pemOf(createPublicKey(key)) };
    },
    verify: verified,
    fingerprint,
    own: () => keys.publicKeys().flatMap((publicKey) => fingerprint(publicKey) ?? []),
  };
}

function verified(text: string, { signature, publicKey }: Signature): boolean {
  const key = keyOf(publicKey);
  const bytes = Buffer.from(signature, 'base64');
  // Base64 is read leniently: only the one way of writing it counts.
  if (key === null || bytes.length !== 64 || bytes.toString('base64') !== signature) return false;
  return verify(null, Buffer.from(text, 'utf8'), key, bytes);
}

function fingerprint(publicKey: string): string | null {
  const key = keyOf(publicKey);
  if (key === null) return null;
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Null for anything but an Ed25519 public key, written as this file writes it. */
function keyOf(publicKey: string): KeyObject | null {
  if (publicKey.length > longestKey || !publicKey.startsWith(header)) return null;
  try {
    const key = createPublicKey({ key: publicKey, format: 'pem' });
    return key.asymmetricKeyType === 'ed25519' && pemOf(key) === publicKey ? key : null;
  } catch {
    return null;
  }
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
