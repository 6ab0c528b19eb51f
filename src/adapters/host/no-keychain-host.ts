import type { Host, SessionSecrets } from '#core/ports/host.ts';
import { AppError } from '#shared/errors.ts';

/** A host without a shell: it keeps secrets in memory rather than in clear, and has neither clipboard nor panel. */
export function noKeychainHost(): Host {
  return {
    hasKeychain: async () => false,
    seal: async () => {
      throw new AppError('no_keychain', 'This system offers no keychain to keep a password in');
    },
    unseal: async () => {
      throw new AppError('no_keychain', 'This system offers no keychain to read a password from');
    },
    sessionSecrets: secretsInMemory(),
    clipboard: { read: refused, write: refused },
    fileDialog: { choose: refused },
    sidePanel: {
      takeSummons: refused,
      show: refused,
      hide: refused,
      giveWay: refused,
      state: refused,
      save: refused,
    },
  };
}

function secretsInMemory(): SessionSecrets {
  const secrets = new Map<string, string>();
  return {
    remember: async (name, secret) => void (secret === null ? secrets.delete(name) : secrets.set(name, secret)),
    recall: async (name) => secrets.get(name) ?? null,
  };
}

async function refused(): Promise<never> {
  throw new AppError('unsupported', 'There is no shell around this desk');
}
