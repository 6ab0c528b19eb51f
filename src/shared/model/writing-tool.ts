import { z } from 'zod';
import { Instant, Problem } from './basics.ts';

/** What can be done to a text that stands in the composer. */
export const TextTool = z.enum(['fix', 'shorten', 'rewrite', 'friendlier', 'firmer', 'expand', 'translate']);
export type TextTool = z.infer<typeof TextTool>;

/** Everything a person can ask for while writing. */
export const WritingTool = z.enum([...TextTool.options, 'summarise']);
export type WritingTool = z.infer<typeof WritingTool>;

/** Who does it: a language model, or the desk itself, which asks none. */
export const ToolWriter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('model'), modelName: z.string(), isLocal: z.boolean() }),
  z.object({ kind: z.literal('desk') }),
]);
export type ToolWriter = z.infer<typeof ToolWriter>;

/** A tool that is there now. Whom it asks first; what nobody can do is not listed. */
export const ToolThere = z.object({ tool: WritingTool, by: ToolWriter });
export type ToolThere = z.infer<typeof ToolThere>;

/** Why a model could not, a model each, in the order they were asked. */
export const ModelProblem = z.object({ modelName: z.string(), problem: Problem });

/** `by` null: nobody could, and `text` is as it was. */
export const ToolResult = z.object({
  text: z.string(),
  changed: z.boolean(),
  by: ToolWriter.nullable(),
  problems: z.array(ModelProblem),
});
export type ToolResult = z.infer<typeof ToolResult>;

/** One thing that was said, and by whom. */
export const SaidLine = z.object({
  text: z.string(),
  from: z.enum(['customer', 'shop']),
  name: z.string(),
  at: Instant,
});
export type SaidLine = z.infer<typeof SaidLine>;

/** A thread in short. By the desk its lines are sentences as they stand, in the order they were said. */
export const ThreadSummary = z.object({
  asked: z.array(SaidLine),
  answered: z.array(SaidLine),
  open: z.array(SaidLine),
  /** As they were written. */
  orderNumbers: z.array(z.string()),
  dates: z.array(z.string()),
  by: ToolWriter,
  problems: z.array(ModelProblem),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;
