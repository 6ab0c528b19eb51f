import { z } from 'zod';
import { PanelChange, PanelState } from './model/panel.ts';

const id = z.number().int();

/** What a person is to name in the system's window. */
export const FileChoice = z.discriminatedUnion('what', [
  /** One that is there. `extensions` without the dot; none: all files. */
  z.object({ what: z.literal('file'), extensions: z.array(z.string().regex(/^[a-z0-9]+$/)) }),
  z.object({ what: z.literal('folder') }),
]);
export type FileChoice = z.infer<typeof FileChoice>;

/** What the backend asks of the shell: secrets in the keychain or in its memory, the clipboard, files, the side panel. */
export const HostRequest = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('hasKeychain') }),
  z.object({ id, kind: z.literal('seal'), secret: z.string() }),
  z.object({ id, kind: z.literal('unseal'), sealed: z.instanceof(Uint8Array) }),
  z.object({ id, kind: z.literal('remember'), name: z.string(), secret: z.string().nullable() }),
  z.object({ id, kind: z.literal('recall'), name: z.string() }),
  z.object({ id, kind: z.literal('readClipboard') }),
  z.object({ id, kind: z.literal('writeClipboard'), text: z.string() }),
  z.object({ id, kind: z.literal('chooseFile'), choice: FileChoice }),
  z.object({ id, kind: z.literal('takeSummons') }),
  z.object({ id, kind: z.literal('showPanel') }),
  z.object({ id, kind: z.literal('hidePanel') }),
  z.object({ id, kind: z.literal('giveWay') }),
  z.object({ id, kind: z.literal('panelState') }),
  z.object({ id, kind: z.literal('savePanel'), change: PanelChange }),
]);
export type HostRequest = z.infer<typeof HostRequest>;

/** The shell's answer; `value` null where the system could not, or where there is nothing. */
export const HostAnswer = z.object({
  id,
  value: z.union([z.boolean(), z.string(), z.instanceof(Uint8Array), PanelState]).nullable(),
});
export type HostAnswer = z.infer<typeof HostAnswer>;
