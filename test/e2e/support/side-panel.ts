import type { Page } from 'playwright-core';
import type { Desk } from './launch.ts';
import { type XKeyboard, openXKeyboard } from './x-keyboard.ts';

/** Copies a text in "another program": puts it on the system's clipboard. */
export async function copyElsewhere({ app }: Desk, text: string): Promise<void> {
  await app.evaluate(async ({ clipboard }, copied) => await clipboard.writeText(copied), text);
}

/** What a paste in another program would give. */
export async function clipboardText({ app }: Desk): Promise<string> {
  return app.evaluate(async ({ clipboard }) => await clipboard.readText());
}

/**
 * Calls the panel from another program: by real keys on an X display, elsewhere by the menu item that runs what the
 * shortcut runs.
 */
export async function summonPanel({ app }: Desk): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const panel = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('#/panel'));
    if (panel?.isVisible() !== true) return;
    // Without a window manager nothing else takes the keyboard from it.
    panel.hide();
    panel.showInactive();
  });
  const keyboard = await openKeyboard();
  if (keyboard !== null) await keyboard.press('Control', 'Shift', 'Space');
  else await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('panel-summon')?.click());
  keyboard?.close();
}

/** The display's keyboard; null where there is no X display to press keys on. */
export async function openKeyboard(): Promise<XKeyboard | null> {
  return process.platform === 'linux' ? openXKeyboard() : null;
}

/** The panel's page, once it shows what it is to show. */
export async function panelPage({ app }: Desk, shows: 'panel' | 'sign-in' = 'panel'): Promise<Page> {
  // A window has no address yet when it is told of.
  for (const started = Date.now(); Date.now() - started < 30_000;) {
    const page = app.windows().find((each) => each.url().endsWith('#/panel'));
    if (page === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    await page.getByTestId(shows).waitFor({ timeout: 30_000 });
    return page;
  }
  throw new Error('No side panel within half a minute');
}

/** Whether the panel's window is seen. */
export async function isPanelVisible({ app }: Desk): Promise<boolean> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith('#/panel'))
        ?.isVisible() === true,
  );
}

/** Where the panel's window stands. */
export async function panelStand({ app }: Desk): Promise<{ isOnTop: boolean; edge: 'left' | 'right' | 'neither' }> {
  return app.evaluate(({ BrowserWindow, screen }) => {
    const panel = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().endsWith('#/panel'));
    const { workArea } = screen.getPrimaryDisplay();
    const { x, width } = panel?.getBounds() ?? { x: -1, width: 0 };
    const edge = x === workArea.x ? 'left' : x + width === workArea.x + workArea.width ? 'right' : 'neither';
    return { isOnTop: panel?.isAlwaysOnTop() === true, edge };
  });
}
