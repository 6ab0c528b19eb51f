import { BrowserWindow, Menu, app } from 'electron';
import { answerHostRequest } from './answer-host-request.ts';
import { startBackend } from './backend-process.ts';
import { guardContents } from './guard-contents.ts';
import { applicationMenu } from './menu.ts';
import { openPageWindow } from './page-window.ts';
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
  const panel = createSidePanel({ connect, onSummoned: () => backend.tellSummoned() });
  Menu.setApplicationMenu(applicationMenu({ summonPanel: panel.summon, showPanel: panel.show }));

  let main: BrowserWindow | null = null;
  const openMain = (): void => {
    const opened = openPageWindow({ width: 1440, height: 900, minWidth: 960, minHeight: 600 }, '', connect);
    opened.once('ready-to-show', () => opened.show());
    opened.once('closed', () => {
      main = null;
      // The panel is only hidden: without this it would keep a desk running that nobody sees.
      if (process.platform !== 'darwin') app.quit();
    });
    main = opened;
  };
  openMain();

  app.on('second-instance', () => {
    if (main?.isMinimized() === true) main.restore();
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
