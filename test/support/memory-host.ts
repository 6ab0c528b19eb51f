import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import type { Host } from '#core/ports/host.ts';
import { PanelSettings } from '#shared/model/panel.ts';

/** A shell in memory: a clipboard, and a side panel that says what was done with it. */
export function memoryHost() {
  const shell = { clipboard: '', summons: null as string | null, waysGiven: 0 };
  let settings = PanelSettings.parse({});
  const host: Host = {
    ...noKeychainHost(),
    clipboard: {
      read: async () => shell.clipboard,
      write: async (text) => void (shell.clipboard = text),
    },
    sidePanel: {
      async takeSummons() {
        const text = shell.summons;
        shell.summons = null;
        return text;
      },
      show: async () => undefined,
      hide: async () => undefined,
      giveWay: async () => void shell.waysGiven++,
      state: async () => ({ ...settings, isShortcutActive: true }),
      save: async (change) => {
        settings = PanelSettings.parse({ ...settings, ...change });
        return { ...settings, isShortcutActive: true };
      },
    },
  };
  return { host, shell };
}
