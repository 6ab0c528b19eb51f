import { z } from 'zod';

/** A time on the clock of a place: "2026-11-10T20:00". */
export const LocalTime = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/);

/** When something holds, by the clocks of a place: from the first moment (counted in) until the last (not). Null: open. */
export const Validity = z
  .object({
    from: LocalTime.nullable(),
    until: LocalTime.nullable(),
    /** IANA: "Asia/Shanghai". */
    zone: z.string().min(1).max(100),
  })
  .refine(({ from, until }) => from === null || until === null || from < until, {
    message: 'It ends before it begins.',
  });
export type Validity = z.infer<typeof Validity>;
