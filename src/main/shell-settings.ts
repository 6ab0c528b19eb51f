import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { PanelSettings } from '#shared/model/panel.ts';

const file = (): string => path.join(app.getPath('userData'), 'shell.json');

/** What the shell keeps itself, because it needs it before the desk is there. A file that does not fit counts as none. */
export function readPanelSettings(): PanelSettings {
  try {
    const { panel } = JSON.parse(readFileSync(file(), 'utf8')) as { readonly panel?: unknown };
    return PanelSettings.parse(panel ?? {});
  } catch {
    return PanelSettings.parse({});
  }
}

export function writePanelSettings(panel: PanelSettings): void {
  // Beside it first: half a file would lose the shortcut.
  const beside = `${file()}.new`;
  writeFileSync(beside, `${JSON.stringify({ panel }, null, 2)}\n`);
  renameSync(beside, file());
}
