import { z } from 'zod';
import { Problem } from '../model/basics.ts';

/** What a client posts. */
export const ClientMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), id: z.number().int(), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('cancel'), id: z.number().int() }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

/** What the server posts. An answer never rejects: it is `ok` with data, or not with a problem. */
export const ServerMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number().int(), ok: z.literal(true), data: z.unknown() }),
  z.object({ kind: z.literal('refusal'), id: z.number().int(), ok: z.literal(false), error: Problem }),
  z.object({ kind: z.literal('event'), name: z.string(), payload: z.unknown() }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;
