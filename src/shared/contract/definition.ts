import type { z } from 'zod';

/** One request that can cross the wire: what it takes and what it gives. */
export type RequestDefinition = { readonly input: z.ZodType; readonly output: z.ZodType };

/** Declares a request; both sides are validated where they arrive. */
export function request<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } {
  return { input, output };
}
