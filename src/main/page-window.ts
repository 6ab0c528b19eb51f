import path from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { pageOrigin } from './serve-page.ts';

/** A window on the page, with the page's walls around it: every window of the app is made here. */
export function openPageWindow(
  options: BrowserWindowConstructorOptions,
  place: string,
  onLoaded: (window: BrowserWindow) => void,
): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Deskside',
    show: false,
    ...options,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Elsewhere than on macOS the spell checker fetches its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  // After every load, a reload too: the page's earlier port went with its document.
  window.webContents.on('did-finish-load', () => onLoaded(window));
  void window.loadURL(`${pageOrigin}/${place}`);
  return window;
}
