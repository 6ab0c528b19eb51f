import type { Problem } from '#shared/errors.ts';
import type { RpcServer } from '#shared/rpc/server.ts';
import { ClientMessage, type ServerMessage } from '#shared/rpc/wire.ts';

/** Stands in for the desk where it could not start: every request is answered with the reason. */
export function refusingServer(error: Problem): RpcServer {
  return {
    serve(port) {
      port.onMessage((raw) => {
        const message = ClientMessage.safeParse(raw);
        if (!message.success || message.data.kind !== 'request') return;
        port.post({ kind: 'refusal', id: message.data.id, ok: false, error } satisfies ServerMessage);
      });
      return () => undefined;
    },
    emit: () => undefined,
  };
}
