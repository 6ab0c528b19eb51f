import type { z } from 'zod';

/** Declares a request; both sides are validated where they arrive. */
export function request<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } {
  return { input, output };
}
