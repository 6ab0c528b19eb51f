import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { connectHelpdesk, openConversation, startHelpdesk } from './support/helpdesk-inbox.ts';
import { type Desk, launchDesk } from './support/launch.ts';
import { copyElsewhere, isPanelVisible, panelPage, summonPanel } from './support/side-panel.ts';

let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'deskside-e2e-'));
});
afterAll(async () => {
  await rm(dataFolder, { recursive: true, force: true });
});

const bounds = ({ app }: Desk) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

describe('what the shell keeps', () => {
  it('opens the window where it stood, and on the screen where that is gone', async () => {
    const stood = { x: 40, y: 60, width: 1100, height: 700 };
    for (const moved of [stood, { ...stood, x: -9_000 }, null]) {
      const desk = await launchDesk({ dataFolder });
      onTestFailed(() => console.log(desk.log()));
      await desk.page.getByTestId('nav-inbox').waitFor({ timeout: 60_000 });
      if (moved === null) {
        expect(await bounds(desk)).toMatchObject({ width: 1100, height: 700 });
        expect((await bounds(desk))?.x).toBeGreaterThanOrEqual(0);
      }
      if (moved !== null && moved !== stood) await expect.poll(() => bounds(desk)).toEqual(stood);
      if (moved !== null)
        await desk.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), moved);
      await desk.page.waitForTimeout(500);
      await desk.close();
    }
  });

  it('keeps a helpdesk’s key while the app is open, also when the backend dies', async () => {
    const double = await startHelpdesk();
    const threadId = double.addConversation('Ada Quist', ['Is the copper kettle in stock?']);
    const desk = await launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '0' } });
    const { app, page } = desk;
    onTestFailed(() => console.log(desk.log()));
    try {
      await connectHelpdesk(page, double);
      const pid = await app.evaluate(
        ({ app: running }) => running.getAppMetrics().find((each) => each.name === 'Deskside backend')?.pid ?? 0,
      );
      process.kill(pid, 'SIGKILL');
      await page.getByText('The desk was restarted').waitFor({ timeout: 30_000 });
      double.customerWrites(threadId, 'And the brass one?');
      await openConversation(page, 'Ada Quist');
      await page.getByTestId('thread').getByText('And the brass one?').waitFor({ timeout: 60_000 });
      await page.getByTestId('composer-text').fill('Both are.');
      await page.getByTestId('composer-text').press('Control+Enter');
      await expect.poll(() => double.repliesIn(threadId), { timeout: 60_000 }).toHaveLength(1);
    } finally {
      await desk.close();
      await double.stop();
    }
  });
});

describe('a side panel in use', () => {
  it('keeps the desk running without its window, and none that nobody sees', async () => {
    const desk = await launchDesk({ dataFolder });
    onTestFailed(() => console.log(desk.log()));
    await desk.page.getByTestId('nav-inbox').waitFor({ timeout: 60_000 });
    let isClosed = false;
    const closed = new Promise<void>((resolve) => desk.app.once('close', () => resolve()));
    void closed.then(() => (isClosed = true));
    await copyElsewhere(desk, 'Does the Hearthstone kettle work on induction?');
    await summonPanel(desk);
    const panel = await panelPage(desk);
    const reply = panel.getByTestId('composer-text');
    await expect.poll(() => reply.inputValue(), { timeout: 60_000 }).toContain('12 cm');
    await reply.fill('Half a thought');
    await desk.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (!window.webContents.getURL().endsWith('#/panel')) window.close();
    });
    await panel.waitForTimeout(2_000);
    expect(isClosed).toBe(false);
    expect(await reply.inputValue()).toBe('Half a thought');
    await reply.fill('Yes, from 12 cm on.');
    await reply.press('Enter');
    await panel.getByTestId('panel-copied').waitFor({ timeout: 20_000 });
    // The page may be gone before the click is told of.
    await Promise.all([
      closed,
      panel
        .getByTestId('panel-hide')
        .click()
        .catch(() => undefined),
    ]);
  });

  it('does not keep a desk running once it is put away', async () => {
    const desk = await launchDesk({ dataFolder });
    onTestFailed(() => console.log(desk.log()));
    await desk.page.getByTestId('nav-inbox').waitFor({ timeout: 60_000 });
    const closed = new Promise<void>((resolve) => desk.app.once('close', () => resolve()));
    await summonPanel(desk);
    const panel = await panelPage(desk);
    await panel.getByTestId('panel-hide').click();
    await expect.poll(() => isPanelVisible(desk)).toBe(false);
    await desk.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (!window.webContents.getURL().endsWith('#/panel')) window.close();
    });
    await closed;
  });
});
