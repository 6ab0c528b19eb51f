import { BrowserWindow, Menu, app } from 'electron';
import { answerHostRequest } from './answer-host-request.ts';
import { startBackend } from './backend-process.ts';
import { guardContents } from './guard-contents.ts';
import { applicationMenu } from './menu.ts';
import { openMainWindow } from './main-window.ts';
import { declarePageScheme, servePage } from './serve-page.ts';
import { createSidePanel } from './side-panel.ts';

declarePageScheme();
// A Wayland session gives shortcuts through its portal only.
app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only after this module has run to its end.
  void app.whenReady().then(openDesk);
} else {
  app.quit();
}

function openDesk(): void {
  servePage();
  guardContents();
  const backend = startBackend(
    () => BrowserWindow.getAllWindows().map((window) => window.webContents),
    (message) => answerHostRequest(message, panel),
  );
  const connect = (window: BrowserWindow): void => backend.connect(window.webContents);
  const panel = createSidePanel({ connect, onSummoned: () => backend.tellSummoned(), onPutAway: quitUnseen });
  Menu.setApplicationMenu(applicationMenu({ summonPanel: panel.summon, showPanel: panel.show }));

  let main: BrowserWindow | null = null;
  const openMain = (): void => {
    main = openMainWindow(connect);
    main.once('closed', () => {
      main = null;
      quitUnseen();
    });
  };
  openMain();

  /** A panel in use keeps the desk running; one that is only hidden would keep one that nobody sees. */
  function quitUnseen(): void {
    if (main === null && !panel.isVisible() && process.platform !== 'darwin') app.quit();
  }

  app.on('second-instance', () => {
    if (main === null) openMain();
    else if (main.isMinimized()) main.restore();
    main?.focus();
  });
  app.on('activate', () => {
    if (main === null) openMain();
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
