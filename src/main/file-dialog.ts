import { BrowserWindow, type OpenDialogOptions, dialog } from 'electron';
import type { FileChoice } from '#shared/host-wire.ts';

/** Lets a person name a file or a folder; null where they close the window. */
export async function chosenPath(choice: FileChoice): Promise<string | null> {
  const options = optionsOf(choice);
  const window = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}

function optionsOf(choice: FileChoice): OpenDialogOptions {
  if (choice.what === 'folder') return { properties: ['openDirectory', 'createDirectory'] };
  return {
    properties: ['openFile'],
    filters: choice.extensions.length === 0 ? [] : [{ name: '', extensions: [...choice.extensions] }],
  };
}
