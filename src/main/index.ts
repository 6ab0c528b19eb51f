import path from 'node:path';
import { BrowserWindow, Menu, app } from 'electron';
import { startBackend } from './backend-process.ts';
import { guardContents } from './guard-contents.ts';
import { applicationMenu } from './menu.ts';
import { declarePageScheme, pageOrigin, servePage } from './serve-page.ts';

declarePageScheme();
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only after this module has run to its end.
  void app.whenReady().then(openDesk);
} else {
  app.quit();
}

function openDesk(): void {
  servePage();
  guardContents();
  Menu.setApplicationMenu(applicationMenu());
  const backend = startBackend(() => BrowserWindow.getAllWindows().map((window) => window.webContents));
  const openWindow = (): void => {
    const window = createWindow();
    // After every load, a reload too: the page's earlier port went with its document.
    window.webContents.on('did-finish-load', () => backend.connect(window.webContents));
    void window.loadURL(`${pageOrigin}/`);
  };
  openWindow();

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isBackendStopped = false;
  app.on('will-quit', (event) => {
    if (isBackendStopped) return;
    event.preventDefault();
    void backend.stop().then(() => {
      isBackendStopped = true;
      app.quit();
    });
  });
}

function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    title: 'Deskside',
    show: false,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Elsewhere than on macOS the spell checker fetches its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
