import type { Host } from '#core/ports/host.ts';
import { HostAnswer, type HostRequest } from '#shared/host-wire.ts';
import { AppError } from '#shared/errors.ts';

/** The wire to the shell: what Electron calls a parent port. */
export type ShellPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
};

type Question = HostRequest extends infer R ? (R extends HostRequest ? Omit<R, 'id'> : never) : never;

/** The shell as the backend's host: it alone can reach the system's keychain. */
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
  };
}
