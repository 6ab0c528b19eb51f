import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { countShown } from './support/insights.ts';
import { type Desk, launchDesk } from './support/launch.ts';
import {
  clipboardText,
  copyElsewhere,
  isPanelVisible,
  openKeyboard,
  panelPage,
  panelStand,
  summonPanel,
} from './support/side-panel.ts';

let dataFolder: string;
let desk: Desk;
let panel: Page;

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'deskside-e2e-'));
  // Replies leave when a test says so, or never: whether they can be taken back must not hang on the machine's speed.
  desk = await launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '600000' } });
  await desk.page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await desk.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const reply = () => panel.getByTestId('composer-text');
const messages = () => panel.getByTestId('panel-message');
const note = (what: string) => panel.locator(`[data-testid="panel-note"][data-what="${what}"]`);

/** Copies a customer's words elsewhere, calls the panel and waits until it shows them. */
async function bring(text: string): Promise<void> {
  await copyElsewhere(desk, text);
  await summonPanel(desk);
  panel = await panelPage(desk);
  await expect.poll(() => messages().last().innerText(), { timeout: 20_000 }).toContain(text.slice(0, 40));
}

async function drafted(part: string): Promise<string> {
  await expect.poll(() => reply().inputValue(), { timeout: 30_000 }).toContain(part);
  return reply().inputValue();
}

const kiln = 'Hi! Kiln No. 4 has been sold out for months. Do you know when it comes back?';
const kilnAgain = 'the little unglazed pot (kiln 4) is gone again, whens the next lot??';
const relined = 'the next batch is later than usual, in about 16 weeks';

describe('a message copied in another program', () => {
  let place = '';
  let copied = '';

  it('is drafted beside that program, with its sources, and the desk’s window is left where it was', async () => {
    onTestFailed(() => console.log(desk.log()));
    place = desk.page.url();
    expect(
      await desk.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+Space')),
    ).toBe(true);
    await bring(kiln);
    await drafted('about every 10 weeks');
    expect(await panel.getByTestId('panel-source').first().innerText()).toContain('Kiln No. 4');
    expect(await isPanelVisible(desk)).toBe(true);
    expect(await panelStand(desk)).toEqual({ isOnTop: true, edge: 'right' });
    expect(desk.page.url()).toBe(place);
  });

  it('goes back by Enter as it was edited: on the clipboard, recorded, and learned from', async () => {
    onTestFailed(() => console.log(desk.log()));
    const draft = await reply().inputValue();
    copied = draft.replace(/a new batch reaches us about every 10 weeks/, relined);
    expect(copied).not.toBe(draft);
    await reply().fill(copied);
    await reply().press('Enter');
    // The entry says 10 weeks: the panel asks once.
    expect(await panel.getByTestId('doubts').innerText()).toContain('10 weeks');
    await panel.getByTestId('send-doubted').click();
    await panel.getByTestId('panel-copied').waitFor({ timeout: 20_000 });
    expect(await clipboardText(desk)).toBe(copied);
    expect(await panel.getByTestId('panel-learned').innerText()).toContain('16 weeks');
    await desk.page.evaluate(() => (window.location.hash = '/insights'));
    await expect.poll(() => countShown(desk.page, 'answered'), { timeout: 20_000 }).toBe(1);
    expect(await countShown(desk.page, 'edited')).toBe(1);
  });

  it('is not taken for the customer’s when it is our own reply', async () => {
    onTestFailed(() => console.log(desk.log()));
    await summonPanel(desk);
    await note('own').waitFor({ timeout: 20_000 });
    expect(await messages().count()).toBe(1);
    await panel.getByTestId('panel-copied').waitFor();
  });

  it('finds what was learned from the one before', async () => {
    onTestFailed(() => console.log(desk.log()));
    await bring(kilnAgain);
    await drafted('16 weeks');
    expect(await panel.locator('[data-testid="panel-source"][data-kind="learned"]').count()).toBe(1);
    // Nobody asked to keep them together: another customer's.
    expect(await messages().count()).toBe(1);
    await expect.poll(() => panel.getByTestId('panel-recent').count()).toBe(2);
  });

  it('is taken once when it is copied twice', async () => {
    await summonPanel(desk);
    await note('known').waitFor({ timeout: 20_000 });
    expect(await messages().count()).toBe(1);
  });
});

describe('a conversation kept together', () => {
  it('goes on where the agent said, under the name they gave it', async () => {
    onTestFailed(() => console.log(desk.log()));
    await panel.getByTestId('panel-label').fill('Etsy · Nadia');
    await panel.getByTestId('panel-label').press('Enter');
    await expect.poll(() => reply().inputValue(), { timeout: 20_000 }).toContain('Nadia');
    await panel.keyboard.press('Control+k');
    expect(await panel.getByTestId('panel-next-here').getAttribute('aria-checked')).toBe('true');
    await bring('Also, do you ship to Norway?');
    expect(await messages().count()).toBe(2);
    await expect.poll(() => panel.getByTestId('panel-recent').first().innerText()).toContain('Nadia');
  });

  it('is switched to by one chord, and the next copy follows only when the agent says so', async () => {
    onTestFailed(() => console.log(desk.log()));
    await panel.keyboard.press('Control+2');
    await panel.getByTestId('panel-copied').waitFor({ timeout: 20_000 });
    expect(await panel.getByTestId('panel-next-new').getAttribute('aria-checked')).toBe('true');
    await panel.keyboard.press('Control+k');
    await bring('Thanks! Can I reserve one?');
    // Ours stands between the two: with the customer's answer its time for second thoughts was over.
    await expect
      .poll(() => messages().evaluateAll((all) => all.map((each) => each.getAttribute('data-role'))))
      .toEqual(['customer', 'agent', 'customer']);
  });
});

describe('a reply with a gap', () => {
  it('is not copied: Enter leads to the gap', async () => {
    onTestFailed(() => console.log(desk.log()));
    await panel.getByTestId('panel-next-new').click();
    const question = 'When is Kiln No. 4 back? Do you also repair bicycles?';
    await bring(question);
    await drafted('[✎');
    await reply().press('Enter');
    const selected = await reply().evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toMatch(/^\[✎/);
    expect(await panel.getByTestId('panel-copied').count()).toBe(0);
    expect(await clipboardText(desk)).toBe(question);
  });
});

describe('a reply that the agent thinks better of', () => {
  it('is taken back with its lesson, and stands in the editor again', async () => {
    onTestFailed(() => console.log(desk.log()));
    await bring('What does the blue door cost?');
    await reply().fill('The blue door opens on the first Thursday of the month.');
    await reply().press('Enter');
    await panel.getByTestId('panel-take-back').waitFor({ timeout: 20_000 });
    await panel.keyboard.press('z');
    await expect.poll(() => reply().inputValue(), { timeout: 20_000 }).toContain('blue door');
    await desk.page.evaluate(() => (window.location.hash = '/lessons'));
    await expect.poll(() => desk.page.getByTestId('lesson-row').count(), { timeout: 20_000 }).toBe(1);
  });
});

describe('一位用输入法的客服', () => {
  const residue = '在吗 上次买的铁观音有农残的检测报告吗？公司采购要，急';

  it('gets a Chinese reply from the nearest source by one key, and its Enter is the input method’s first', async () => {
    onTestFailed(() => console.log(desk.log()));
    await bring(residue);
    await panel.getByTestId('panel-nearest').first().waitFor({ timeout: 30_000 });
    await panel.keyboard.press('Alt+Digit1');
    await expect.poll(() => reply().inputValue(), { timeout: 20_000 }).toMatch(/\p{Script=Han}{10}/u);
    await reply().fill('有的，');
    await reply().press('Control+End');
    const session = await panel.context().newCDPSession(panel);
    await session.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
    await panel.evaluate(() => {
      window.addEventListener('keydown', (event) => (document.title = `${event.key} ${event.isComposing}`), {
        once: true,
      });
    });
    // As an input method leaves it: the key is told of, and types nothing.
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    await expect.poll(() => panel.title()).toBe('Enter true');
    await panel.waitForTimeout(500);
    expect(await panel.getByTestId('panel-copied').count()).toBe(0);
    expect(await clipboardText(desk)).toBe(residue);
    await session.send('Input.insertText', { text: '您好' });
    await expect.poll(() => reply().inputValue()).toBe('有的，您好');
    await panel.keyboard.press('Shift+Enter');
    await panel.keyboard.insertText('报告是英文的。');
    await panel.keyboard.press('Enter');
    await panel.getByTestId('panel-copied').waitFor({ timeout: 20_000 });
    expect(await clipboardText(desk)).toBe('有的，您好\n报告是英文的。');
  });
});

describe('what cannot be taken', () => {
  it('is said: an empty clipboard, a whole document', async () => {
    onTestFailed(() => console.log(desk.log()));
    await copyElsewhere(desk, '');
    await summonPanel(desk);
    await note('problem').waitFor({ timeout: 20_000 });
    expect(await note('problem').innerText()).toContain('no text');
    await copyElsewhere(desk, 'x'.repeat(30_000));
    await summonPanel(desk);
    await expect.poll(() => note('problem').innerText(), { timeout: 20_000 }).toContain('20,000');
  });
});

describe.skipIf(process.platform !== 'linux')('a shortcut that another program has', () => {
  it('is said, in the settings and in the panel, until it can be had', async () => {
    onTestFailed(() => console.log(desk.log()));
    const other = await openKeyboard();
    await other?.grab('K');
    await desk.page.evaluate(() => (window.location.hash = '/settings/panel'));
    await desk.page.getByTestId('panel-shortcut').click();
    await desk.page.keyboard.press('Control+Shift+KeyK');
    const state = desk.page.getByTestId('panel-shortcut-state');
    await expect.poll(() => state.getAttribute('data-active')).toBe('false');
    expect(await state.innerText()).toContain('Ctrl Shift K');
    await note('shortcut').waitFor();
    other?.close();
    await expect
      .poll(async () => {
        await desk.page.getByTestId('panel-shortcut').click();
        await desk.page.keyboard.press('Control+Shift+KeyK');
        return state.getAttribute('data-active');
      })
      .toBe('true');
  });
});

describe('the panel’s window', () => {
  it('hides by Escape, comes back as it was, and obeys its settings', async () => {
    onTestFailed(() => console.log(desk.log()));
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await panel.keyboard.press('Escape');
    await expect.poll(() => isPanelVisible(desk)).toBe(false);
    await desk.page.evaluate(() => (window.location.hash = '/settings/panel'));
    await desk.page.getByTestId('panel-edge-left').click();
    await desk.page.getByTestId('panel-shortcut').click();
    await desk.page.keyboard.press('Control+Alt+KeyJ');
    await expect
      .poll(() => readFile(path.join(dataFolder, 'shell.json'), 'utf8').then((text) => JSON.parse(text).panel))
      .toMatchObject({ edge: 'left', shortcut: 'CommandOrControl+Alt+J' });
    expect(await desk.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Alt+J'))).toBe(
      true,
    );
    await desk.page.getByTestId('panel-open').click();
    await expect.poll(() => isPanelVisible(desk)).toBe(true);
    expect(await panelStand(desk)).toEqual({ isOnTop: true, edge: 'left' });
    await desk.page.getByTestId('panel-shortcut').click();
    await desk.page.keyboard.press('Control+Shift+Space');
    await expect.poll(() => readFile(path.join(dataFolder, 'shell.json'), 'utf8')).toContain('Shift+Space');
    expect(await messages().count()).toBeGreaterThan(0);
  });

  it('has the page’s walls around it and no more powers than the other', async () => {
    const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
      const made = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith('#/panel'));
      const contents = made?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    const seen = await panel.evaluate(() =>
      Object.keys(globalThis).filter((name) => /electron|deskside|ipc|backend|require|process/i.test(name)),
    );
    expect(seen).toEqual([]);
  });

  it('gets a text that was copied while the desk behind it was down', async () => {
    onTestFailed(() => console.log(desk.log()));
    const pid = await desk.app.evaluate(
      ({ app }) => app.getAppMetrics().find((each) => each.name === 'Deskside backend')?.pid ?? 0,
    );
    process.kill(pid, 'SIGKILL');
    await bring('Can the cast-iron pot go in the dishwasher?');
  });
});
