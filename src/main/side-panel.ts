import { type BrowserWindow, app, globalShortcut, screen } from 'electron';
import { type PanelChange, PanelSettings, type PanelState } from '#shared/model/panel.ts';
import { readClipboard } from './clipboard.ts';
import { openPageWindow } from './page-window.ts';
import { readPanelSettings, writePanelSettings } from './shell-settings.ts';

const width = 400;

export type ShellPanel = {
  /** What the shortcut does: hides the panel where the keyboard is in it, else brings it with what was copied. */
  summon(): void;
  /** The text that waits since the panel was last called, once. */
  takeSummons(): Promise<string> | null;
  show(): void;
  /** A person has no use for it now. */
  hide(): void;
  isVisible(): boolean;
  /** The agent goes on elsewhere. */
  giveWay(): void;
  state(): PanelState;
  save(change: PanelChange): PanelState;
};

/**
 * The window that stands beside other programs. It is made when it is first called and from then on only hidden, so
 * that it is there at once. `onSummoned` is told when a copied text waits, `onPutAway` when a person has put the panel
 * away.
 */
export function createSidePanel(parts: {
  readonly connect: (window: BrowserWindow) => void;
  readonly onSummoned: () => void;
  readonly onPutAway: () => void;
}): ShellPanel {
  let settings = readPanelSettings();
  let window: BrowserWindow | null = null;
  let summons: Promise<string> | null = null;
  let isQuitting = false;
  let isShortcutActive = registered(settings.shortcut);
  app.on('before-quit', () => (isQuitting = true));
  app.on('will-quit', () => globalShortcut.unregisterAll());

  /** False where another program has the keys, or the system gives none. */
  function registered(shortcut: string): boolean {
    globalShortcut.unregisterAll();
    try {
      return globalShortcut.register(shortcut, summon);
    } catch {
      return false;
    }
  }

  function opened(): BrowserWindow {
    if (window !== null && !window.isDestroyed()) return window;
    const made = openPageWindow(
      {
        ...dockedBounds(),
        minWidth: 340,
        minHeight: 480,
        frame: false,
        alwaysOnTop: true,
        skipTaskbar: true,
        maximizable: false,
        fullscreenable: false,
        // On macOS a panel takes the keyboard without bringing the whole app to the front.
        ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      },
      '#/panel',
      parts.connect,
    );
    made.setAlwaysOnTop(true, 'floating');
    // Closing it by the system's own keys means: out of the way.
    made.on('close', (event) => {
      if (isQuitting) return;
      event.preventDefault();
      hide();
    });
    window = made;
    return made;
  }

  function dockedBounds(): { x: number; y: number; width: number; height: number } {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const wide = window === null || window.isDestroyed() ? width : window.getBounds().width;
    const x = settings.edge === 'left' ? workArea.x : workArea.x + workArea.width - wide;
    return { x, y: workArea.y, width: wide, height: workArea.height };
  }

  function show(): void {
    const shown = opened();
    // Where it stands already a person may have moved it.
    if (!shown.isVisible()) shown.setBounds(dockedBounds());
    shown.show();
    shown.focus();
  }

  function hide(): void {
    if (window?.isDestroyed() === false) window.hide();
    parts.onPutAway();
  }

  const isVisible = (): boolean => window?.isDestroyed() === false && window.isVisible();

  function summon(): void {
    if (window?.isDestroyed() === false && isVisible() && window.isFocused()) {
      hide();
      return;
    }
    summons = readClipboard().catch(() => '');
    show();
    parts.onSummoned();
  }

  function giveWay(): void {
    if (window?.isDestroyed() !== false) return;
    // Out of sight, not put away: the next copied text calls it back.
    if (settings.hidesAfterCopy) window.hide();
    else if (process.platform === 'linux') {
      // There `blur` only lowers the window and keeps the keyboard.
      window.hide();
      window.showInactive();
    } else window.blur();
  }

  const state = (): PanelState => ({ ...settings, isShortcutActive });
  return {
    summon,
    takeSummons() {
      const text = summons;
      summons = null;
      return text;
    },
    show,
    hide,
    isVisible,
    giveWay,
    state,
    save(change) {
      const before = settings;
      settings = PanelSettings.parse({ ...before, ...change });
      writePanelSettings(settings);
      if (settings.shortcut !== before.shortcut || !isShortcutActive) isShortcutActive = registered(settings.shortcut);
      if (settings.edge !== before.edge && window?.isDestroyed() === false) window.setBounds(dockedBounds());
      return state();
    },
  };
}
