import { z } from 'zod';

/** Keys as Electron writes them, joined by `+`: `CommandOrControl+Shift+Space`. */
const Accelerator = z
  .string()
  .max(60)
  .regex(/^(?:(?:CommandOrControl|Control|Alt|Shift|Super)\+){1,4}(?:[A-Z][A-Za-z0-9]*|\d)$|^F\d{1,2}$/);
const Edge = z.enum(['left', 'right']);

/** What a person chose for the side panel; kept by the shell, for it must know before there is a window. */
export const PanelSettings = z.object({
  /** Calls the panel from any program. */
  shortcut: Accelerator.default('CommandOrControl+Shift+Space'),
  edge: Edge.default('right'),
  /** Else it stays, and only gives the keyboard back. */
  hidesAfterCopy: z.boolean().default(false),
});
export type PanelSettings = z.infer<typeof PanelSettings>;

/** What is to be changed of them; all else stays. */
export const PanelChange = z.object({
  shortcut: Accelerator.optional(),
  edge: Edge.optional(),
  hidesAfterCopy: z.boolean().optional(),
});
export type PanelChange = z.infer<typeof PanelChange>;

export const PanelState = PanelSettings.extend({
  /** False where the system does not give the shortcut: another program has it. */
  isShortcutActive: z.boolean(),
});
export type PanelState = z.infer<typeof PanelState>;
