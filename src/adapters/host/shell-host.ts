import type { Host } from '#core/ports/host.ts';
import { HostAnswer, type HostRequest } from '#shared/host-wire.ts';
import { AppError } from '#shared/errors.ts';
import { PanelState } from '#shared/model/panel.ts';

/** The wire to the shell: what Electron calls a parent port. */
export type ShellPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
};

type Question = HostRequest extends infer R ? (R extends HostRequest ? Omit<R, 'id'> : never) : never;

/** The shell as the backend's host: it alone can reach the keychain, the clipboard and the side panel. */
export function createShellHost(port: ShellPort): Host {
  const waiting = new Map<number, (value: HostAnswer['value']) => void>();
  let nextId = 1;
  port.on('message', ({ data }) => {
    const answer = HostAnswer.safeParse(data);
    if (!answer.success) return;
    waiting.get(answer.data.id)?.(answer.data.value);
    waiting.delete(answer.data.id);
  });
  const ask = (question: Question): Promise<HostAnswer['value']> =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      port.postMessage({ ...question, id });
    });
  const textOf = (value: HostAnswer['value'], what: string): string => {
    if (typeof value === 'string') return value;
    throw new AppError('internal', `The shell could not ${what}`);
  };
  const done = async (question: Question, what: string): Promise<void> => {
    if ((await ask(question)) !== true) throw new AppError('internal', `The shell could not ${what}`);
  };
  const panelState = async (question: Question): Promise<PanelState> => {
    const state = PanelState.safeParse(await ask(question));
    if (state.success) return state.data;
    throw new AppError('internal', 'The shell could not say how the side panel is set');
  };
  return {
    hasKeychain: async () => (await ask({ kind: 'hasKeychain' })) === true,
    async seal(secret) {
      const sealed = await ask({ kind: 'seal', secret });
      if (sealed instanceof Uint8Array) return sealed;
      throw new AppError('no_keychain', 'The system offers no keychain to keep a password in');
    },
    async unseal(sealed) {
      const secret = await ask({ kind: 'unseal', sealed: new Uint8Array(sealed) });
      if (typeof secret === 'string') return secret;
      throw new AppError('no_keychain', 'The keychain does not give the password back');
    },
    sessionSecrets: {
      remember: (name, secret) => done({ kind: 'remember', name, secret }, 'keep a password'),
      async recall(name) {
        const secret = await ask({ kind: 'recall', name });
        return typeof secret === 'string' ? secret : null;
      },
    },
    clipboard: {
      read: async () => textOf(await ask({ kind: 'readClipboard' }), 'read the clipboard'),
      write: (text) => done({ kind: 'writeClipboard', text }, 'write the clipboard'),
    },
    fileDialog: {
      async choose(choice) {
        const path = await ask({ kind: 'chooseFile', choice });
        return typeof path === 'string' ? path : null;
      },
    },
    sidePanel: {
      async takeSummons() {
        const text = await ask({ kind: 'takeSummons' });
        return typeof text === 'string' ? text : null;
      },
      show: () => done({ kind: 'showPanel' }, 'show the side panel'),
      hide: () => done({ kind: 'hidePanel' }, 'hide the side panel'),
      giveWay: () => done({ kind: 'giveWay' }, 'leave the side panel'),
      state: () => panelState({ kind: 'panelState' }),
      save: (change) => panelState({ kind: 'savePanel', change }),
    },
  };
}
