import type { z } from 'zod';
import {
  type EmitEvent,
  type EventName,
  type ParsedInput,
  type RequestName,
  type RequestOutput,
  requests,
} from '../contract/index.ts';
import { AppError, problemOf } from '../errors.ts';
import type { Port } from './port.ts';
import { ClientMessage, type ServerMessage } from './wire.ts';

/** What a handler is told about the call besides its input. */
export type CallContext = { readonly signal: AbortSignal };

/** One handler for every request of the contract: leaving one out does not compile. */
export type Handlers = {
  readonly [N in RequestName]: (
    input: ParsedInput<N>,
    context: CallContext,
  ) => RequestOutput<N> | Promise<RequestOutput<N>>;
};

export type RpcServer = {
  /** Serves one window until its port closes. Returns a function that lets go of it. */
  serve(port: Port): () => void;
  readonly emit: EmitEvent;
};

/** Stands between a request that is understood and its handler. */
export type Gate = {
  /** Does the work of a request that may be asked now, and answers what it answers. Errors: `forbidden`, `signed_out`. */
  pass<N extends RequestName>(name: N, input: ParsedInput<N>, work: () => unknown): Promise<unknown>;
  /** Whether windows are told of an event now. */
  tells(name: EventName): boolean;
};

/** Lets everything through. */
export const openGate: Gate = { pass: async (_name, _input, work) => work(), tells: () => true };

/**
 * Look up → parse → pass the gate → handle → answer. `onInternalError` is told of every failure that is not an AppError:
 * the window sees only that something went wrong inside.
 */
export function createRpcServer(
  handlers: Handlers,
  gate: Gate,
  onInternalError: (name: string, error: unknown) => void,
): RpcServer {
  const ports = new Set<Port>();

  async function answer(
    message: Extract<ClientMessage, { kind: 'request' }>,
    signal: AbortSignal,
  ): Promise<ServerMessage> {
    try {
      const name = requestNameOf(message.name);
      const input = parsedInput(name, message.input);
      // The map is typed name by name; the lookup by a variable name is not.
      const handler = handlers[name] as (input: unknown, context: CallContext) => unknown;
      const data = await gate.pass(name, input as never, () => handler(input, { signal }));
      if (signal.aborted) throw new AppError('cancelled', `${name} was cancelled`);
      return { kind: 'answer', id: message.id, ok: true, data };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') onInternalError(message.name, error);
      return { kind: 'refusal', id: message.id, ok: false, error: problemOf(error) };
    }
  }

  /** Whether it went: a window that cannot be told must keep no other from being told, nor stop the work. */
  function isPosted(port: Port, message: ServerMessage): boolean {
    try {
      port.post(message);
      return true;
    } catch (error) {
      onInternalError(message.kind === 'event' ? message.name : 'answer', error);
      return false;
    }
  }

  return {
    serve(port) {
      const running = new Map<number, AbortController>();
      ports.add(port);
      port.onMessage((raw) => {
        const parsed = ClientMessage.safeParse(raw);
        if (!parsed.success || !ports.has(port)) return;
        const message = parsed.data;
        if (message.kind === 'cancel') {
          running.get(message.id)?.abort();
          return;
        }
        const controller = new AbortController();
        running.set(message.id, controller);
        void answer(message, controller.signal).then((reply) => {
          running.delete(message.id);
          if (!ports.has(port) || isPosted(port, reply)) return;
          const error = problemOf(new AppError('internal', `${message.name} answered what cannot be sent`));
          isPosted(port, { kind: 'refusal', id: message.id, ok: false, error });
        });
      });
      return () => {
        ports.delete(port);
        for (const controller of running.values()) controller.abort();
      };
    },
    emit(name, payload) {
      if (!gate.tells(name)) return;
      for (const port of ports) isPosted(port, { kind: 'event', name, payload });
    },
  };
}

function requestNameOf(name: string): RequestName {
  if (!Object.hasOwn(requests, name)) throw new AppError('unsupported', `No request is called ${name}`);
  return name as RequestName;
}

function parsedInput(name: RequestName, input: unknown): unknown {
  const schema: z.ZodType = requests[name].input;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new AppError('invalid_input', `${name}: ${field} ${issue?.message ?? 'is not valid'}`, { detail: { field } });
}
