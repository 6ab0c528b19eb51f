import type { Host } from '#core/ports/host.ts';
import { AppError } from '#shared/errors.ts';

/** A host without a shell: it keeps no secret rather than keeping one in clear, and has neither clipboard nor panel. */
export const noKeychainHost: Host = {
  hasKeychain: async () => false,
  seal: async () => {
    throw new AppError('no_keychain', 'This system offers no keychain to keep a password in');
  },
  unseal: async () => {
    throw new AppError('no_keychain', 'This system offers no keychain to read a password from');
  },
  clipboard: { read: refused, write: refused },
  sidePanel: {
    takeSummons: refused,
    show: refused,
    hide: refused,
    giveWay: refused,
    state: refused,
    save: refused,
  },
};

async function refused(): Promise<never> {
  throw new AppError('unsupported', 'There is no shell around this desk');
}
