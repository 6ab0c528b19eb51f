import type { Host } from '#core/ports/host.ts';
import { AppError } from '#shared/errors.ts';

/** A host without a keychain: it keeps no secret rather than keeping one in clear. */
export const noKeychainHost: Host = {
  hasKeychain: async () => false,
  seal: async () => {
    throw new AppError('no_keychain', 'This system offers no keychain to keep a password in');
  },
  unseal: async () => {
    throw new AppError('no_keychain', 'This system offers no keychain to read a password from');
  },
};
