import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { sentReplies } from '#adapters/inbox/sample/sample-connector.ts';
import { sampleSentFile } from '#backend/connectors.ts';
import { countShown } from './support/insights.ts';
import { type Desk, launchDesk } from './support/launch.ts';

let dataFolder: string;
let desk: Desk;

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'deskside-e2e-'));
  desk = await launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '0' } });
});
afterAll(async () => {
  await desk.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const rows = (draft?: string) =>
  desk.page.locator(`[data-testid="conversation-row"]${draft === undefined ? '' : `[data-draft="${draft}"]`}`);
const composer = () => desk.page.getByTestId('composer-text');

/** The main path by keyboard alone, as an agent walks it. */
describe('an agent at the keyboard', () => {
  it('finds conversations and drafts that were ready before they looked', async () => {
    onTestFailed(() => console.log(desk.log()));
    await rows('ready').first().waitFor({ timeout: 60_000 });
    expect(await rows().count()).toBeGreaterThan(5);
  });

  it('opens the first, reads the draft with its sources', async () => {
    await desk.page.keyboard.press('j');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByTestId('thread').waitFor();
    await openDrafted();
    await desk.page.getByTestId('evidence').first().waitFor();
  });

  let edited = '';
  it('edits it, sends it with one chord, and the next conversation opens', async () => {
    const before = await openId();
    await desk.page.keyboard.press('e');
    await desk.page.keyboard.press('Control+Home');
    await desk.page.keyboard.type('A word of our own first. ');
    edited = await composer().inputValue();
    await desk.page.keyboard.press('Control+Enter');
    await expect.poll(openId, { timeout: 20_000 }).not.toBe(before);
    await expect
      .poll(() => sentReplies(sampleSentFile(dataFolder)).map((reply) => reply.body), { timeout: 20_000 })
      .toEqual([edited]);
  });

  it('accepts the next ready draft with a single key', async () => {
    await leaveText();
    await openDrafted();
    const text = await composer().inputValue();
    await desk.page.keyboard.press('Escape');
    await desk.page.keyboard.press('a');
    await expect
      .poll(() => sentReplies(sampleSentFile(dataFolder)).map((reply) => reply.body), { timeout: 20_000 })
      .toEqual([edited, text]);
  });

  it('goes to every place and back without the mouse', async () => {
    for (const [keys, testId] of [
      ['gk', 'knowledge-search'],
      ['gl', 'lesson-list'],
      ['gn', 'figure-acceptance'],
      ['gs', 'store-form'],
      ['gi', 'conversation-list'],
    ] as const) {
      await leaveText();
      for (const key of keys) await desk.page.keyboard.press(key);
      await desk.page.getByTestId(testId).first().waitFor({ timeout: 10_000 });
    }
    await leaveText();
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('n');
    await expect.poll(() => countShown(desk.page, 'answered'), { timeout: 20_000 }).toBe(2);
  });
});

describe('a restart', () => {
  it('loses nothing: what was sent stays sent once, and a text that was being written is there again', async () => {
    await leaveText();
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('i');
    await openDrafted();
    const id = await openId();
    await desk.page.keyboard.press('e');
    await desk.page.keyboard.press('Control+End');
    await desk.page.keyboard.type(' Half a thought');
    await expect.poll(() => composer().inputValue()).toContain('Half a thought');
    await desk.close();

    desk = await launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '0' } });
    await rows().first().waitFor({ timeout: 60_000 });
    await desk.page.evaluate((conversationId) => (window.location.hash = `/inbox/${conversationId}`), id);
    await composer().waitFor();
    await expect.poll(() => composer().inputValue(), { timeout: 20_000 }).toContain('Half a thought');
    expect(sentReplies(sampleSentFile(dataFolder))).toHaveLength(2);
    await desk.page.getByTestId('tab-answered').click();
    await expect.poll(() => desk.page.getByTestId('tab-answered').innerText()).toContain('14');
  });
});

/** The page's own walls. */
describe('the page', () => {
  it('is sandboxed: no Node, no require, no process, and nothing on window but the wire', async () => {
    const seen = await desk.page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
      buffer: typeof (globalThis as Record<string, unknown>)['Buffer'],
      electron: Object.keys(globalThis).filter((name) => /electron|deskside|ipc|backend/i.test(name)),
    }));
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', buffer: 'undefined', electron: [] });
    const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });

  it('reaches nothing outside: no fetch, no inline script, no window, no navigation', async () => {
    const fetched = await desk.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
    const ran = await desk.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.wasRun = true';
      document.body.append(script);
      return (globalThis as Record<string, unknown>)['wasRun'] === true;
    });
    expect(ran).toBe(false);
    const opened = await desk.page.evaluate(() => window.open('http://127.0.0.1:9/') === null);
    expect(opened).toBe(true);
    const granted = await desk.page.evaluate(() =>
      navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state),
    );
    expect(granted).toBe('denied');
    await desk.app.evaluate(({ BrowserWindow }) => {
      void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("location.href = 'http://127.0.0.1:9/'");
    });
    const url = await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
    expect(url).toMatch(/^app:\/\//);
  });
});

async function openId(): Promise<string> {
  return desk.page.evaluate(() => window.location.hash.split('/').at(-1) ?? '');
}

async function leaveText(): Promise<void> {
  await desk.page.keyboard.press('Escape');
  await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** Goes down the list until a conversation with a whole draft is open. */
async function openDrafted(): Promise<void> {
  for (let step = 0; step < 40; step++) {
    const id = await openId();
    const ready = desk.page.locator(`[data-conversation-id="${id}"][data-draft="ready"]`);
    if ((await ready.count()) > 0) {
      await expect.poll(async () => (await composer().inputValue()).length, { timeout: 20_000 }).toBeGreaterThan(20);
      return;
    }
    await leaveText();
    await desk.page.keyboard.press('j');
    await desk.page.keyboard.press('Enter');
    await expect.poll(openId).not.toBe(id);
  }
  throw new Error('No conversation with a whole draft in the list');
}
