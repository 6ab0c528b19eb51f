import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { PanelSettings } from '#shared/model/panel.ts';
import { WindowPlace } from './window-place.ts';

const file = (): string => path.join(app.getPath('userData'), 'shell.json');

/** What the shell keeps itself, because it needs it before the desk is there. A part that does not fit counts as none. */
function kept(): { readonly panel?: unknown; readonly window?: unknown } {
  try {
    return Object(JSON.parse(readFileSync(file(), 'utf8'))) as ReturnType<typeof kept>;
  } catch {
    return {};
  }
}

function keep(part: ReturnType<typeof kept>): void {
  // Beside it first: half a file would lose the shortcut.
  const beside = `${file()}.new`;
  writeFileSync(beside, `${JSON.stringify({ ...kept(), ...part }, null, 2)}\n`);
  renameSync(beside, file());
}

export function readPanelSettings(): PanelSettings {
  return PanelSettings.safeParse(kept().panel ?? {}).data ?? PanelSettings.parse({});
}

export function writePanelSettings(panel: PanelSettings): void {
  keep({ panel });
}

/** Null where the main window has not stood anywhere yet. */
export function readWindowPlace(): WindowPlace | null {
  return WindowPlace.safeParse(kept().window).data ?? null;
}

export function writeWindowPlace(window: WindowPlace): void {
  keep({ window });
}
