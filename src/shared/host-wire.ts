import { z } from 'zod';

/** The backend asks the shell to seal or unseal a secret, or whether it can. */
export const HostRequest = z.discriminatedUnion('kind', [
  z.object({ id: z.number().int(), kind: z.literal('hasKeychain') }),
  z.object({ id: z.number().int(), kind: z.literal('seal'), secret: z.string() }),
  z.object({ id: z.number().int(), kind: z.literal('unseal'), sealed: z.instanceof(Uint8Array) }),
]);
export type HostRequest = z.infer<typeof HostRequest>;

/** The shell's answer; `value` null where the system could not. */
export const HostAnswer = z.object({
  id: z.number().int(),
  value: z.union([z.boolean(), z.string(), z.instanceof(Uint8Array)]).nullable(),
});
export type HostAnswer = z.infer<typeof HostAnswer>;
