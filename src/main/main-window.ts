import { type BrowserWindow, screen } from 'electron';
import { openPageWindow } from './page-window.ts';
import { readWindowPlace, writeWindowPlace } from './shell-settings.ts';
import { placeAgain } from './window-place.ts';

const firstSize = { width: 1440, height: 900 };

/** The desk's own window, where it stood when it was last closed. */
export function openMainWindow(connect: (window: BrowserWindow) => void): BrowserWindow {
  const before = readWindowPlace();
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const place = before === null ? firstSize : placeAgain(before, areas);
  const window = openPageWindow({ ...place, minWidth: 960, minHeight: 600 }, '', connect);
  window.once('ready-to-show', () => {
    if (before?.isMaximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    try {
      writeWindowPlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
    } catch {
      // A full disk must not keep a window open.
    }
  });
  return window;
}
