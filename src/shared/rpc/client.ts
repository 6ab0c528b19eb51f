import type { z } from 'zod';
import {
  type EventName,
  type EventPayload,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  events,
  requests,
} from '../contract/index.ts';
import { AppError, errorOf } from '../errors.ts';
import type { Port } from './port.ts';
import { type ClientMessage, ServerMessage } from './wire.ts';

export type RpcClient = {
  /** Asks the backend. Rejects with an AppError; aborting the signal cancels the work there too. */
  call<N extends RequestName>(name: N, input: RequestInput<N>, signal?: AbortSignal): Promise<RequestOutput<N>>;
  /** Listens to one event; returns a function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  close(): void;
};

type Waiting = {
  readonly name: RequestName;
  readonly resolve: (data: never) => void;
  readonly reject: (error: AppError) => void;
};

/** The near end of the contract over any port. */
export function createRpcClient(port: Port): RpcClient {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  let nextId = 1;
  let isClosed = false;

  function settle(message: Exclude<ServerMessage, { kind: 'event' }>): void {
    const call = waiting.get(message.id);
    if (call === undefined) return;
    waiting.delete(message.id);
    if (message.kind === 'refusal') {
      call.reject(errorOf(message.error));
      return;
    }
    const schema: z.ZodType = requests[call.name].output;
    const parsed = schema.safeParse(message.data);
    if (parsed.success) call.resolve(parsed.data as never);
    else
      call.reject(
        new AppError('internal', `${call.name} answered something else than agreed: ${parsed.error.message}`),
      );
  }

  function tell(name: string, payload: unknown): void {
    if (!Object.hasOwn(events, name)) return;
    const parsed = events[name as EventName].safeParse(payload);
    if (!parsed.success) return;
    for (const listener of listeners.get(name as EventName) ?? []) listener(parsed.data as never);
  }

  port.onMessage((raw) => {
    const parsed = ServerMessage.safeParse(raw);
    if (!parsed.success) return;
    if (parsed.data.kind === 'event') tell(parsed.data.name, parsed.data.payload);
    else settle(parsed.data);
  });

  return {
    call(name, input, signal) {
      return new Promise((resolve, reject) => {
        const cancelled = (): AppError => new AppError('cancelled', `${name} was cancelled`);
        if (isClosed || signal?.aborted === true) {
          reject(cancelled());
          return;
        }
        const id = nextId++;
        const cancel = (): void => {
          if (!waiting.delete(id)) return;
          port.post({ kind: 'cancel', id } satisfies ClientMessage);
          reject(cancelled());
        };
        const forget = (): void => signal?.removeEventListener('abort', cancel);
        waiting.set(id, {
          name,
          resolve: (data) => (forget(), resolve(data)),
          reject: (error) => (forget(), reject(error)),
        });
        signal?.addEventListener('abort', cancel, { once: true });
        try {
          port.post({ kind: 'request', id, name, input } satisfies ClientMessage);
        } catch (cause) {
          waiting
            .get(id)
            ?.reject(new AppError('invalid_input', `${name}: what it was given cannot be sent`, { cause }));
          waiting.delete(id);
        }
      });
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    close() {
      isClosed = true;
      for (const call of waiting.values()) call.reject(new AppError('cancelled', 'The window was closed'));
      waiting.clear();
      port.close();
    },
  };
}
