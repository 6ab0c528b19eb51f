import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { sentReplies } from '#adapters/inbox/sample/sample-connector.ts';
import { sampleSentFile } from '#backend/connectors.ts';
import { type Desk, launchDesk } from './support/launch.ts';

let dataFolder: string;
let desk: Desk;

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'deskside-e2e-'));
  // Nothing leaves while this runs, however slow the machine.
  desk = await launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '600000' } });
  await rows('ready').first().waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await desk.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const rows = (draft: string) => desk.page.locator(`[data-testid="conversation-row"][data-draft="${draft}"]`);
const composer = () => desk.page.getByTestId('composer-text');
const press = (key: string) => desk.page.keyboard.press(key);

describe('a reply that should not go out', () => {
  it('stays while it has a gap, also a half deleted one', async () => {
    onTestFailed(() => console.log(desk.log()));
    await rows('partial').first().waitFor({ timeout: 60_000 });
    await rows('partial').first().click();
    await expect.poll(() => composer().inputValue()).toContain('[✎');
    const id = await openId();
    await press('e');
    await press('Control+Enter');
    expect(await selected()).toMatch(/^\[✎/);
    const whole = await composer().inputValue();
    await composer().fill(whole.replace(/(\[✎.{12})[^\]]*/u, '$1'));
    await press('Control+Enter');
    expect(await selected()).toMatch(/^\[✎/);
    expect(await openId()).toBe(id);
    expect(await desk.page.getByTestId('send').getAttribute('aria-disabled')).toBe('true');
  });

  it('is called back by one key, and what was learned from it with it', async () => {
    onTestFailed(() => console.log(desk.log()));
    await leaveText();
    await rows('silent').first().click();
    await composer().waitFor();
    const id = await openId();
    await expect.poll(() => composer().inputValue()).toBe('');
    await press('e');
    await desk.page.keyboard.type('The blue door opens on the first Thursday of the month.');
    await press('Control+Enter');
    const learned = desk.page.locator('[data-testid="toast"][data-tone="learned"]');
    await learned.waitFor({ timeout: 20_000 });
    await leaveText();
    await press('z');
    await expect.poll(openId).toBe(id);
    await expect.poll(() => composer().inputValue()).toContain('blue door');
    expect(await learned.count()).toBe(0);
    await desk.page.evaluate(() => (window.location.hash = '/lessons'));
    await expect.poll(() => desk.page.getByTestId('lesson-list').innerText()).toContain('Nothing waits for you');
    expect(sentReplies(sampleSentFile(dataFolder))).toEqual([]);
  });
});

describe('a backend that dies', () => {
  it('is started again, and the window goes on with the text that was being written', async () => {
    onTestFailed(() => console.log(desk.log()));
    await desk.page.evaluate(() => (window.location.hash = '/inbox'));
    await rows('ready').first().click();
    await expect.poll(async () => (await composer().inputValue()).length).toBeGreaterThan(20);
    const id = await openId();
    await press('e');
    await press('Control+End');
    await desk.page.keyboard.type(' Half a thought');
    const pid = await desk.app.evaluate(
      ({ app }) => app.getAppMetrics().find((each) => each.name === 'Deskside backend')?.pid ?? 0,
    );
    expect(pid).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    await desk.page.getByText('The desk was restarted').waitFor({ timeout: 30_000 });
    expect(await composer().inputValue()).toContain('Half a thought');
    await press('Control+Enter');
    await expect.poll(openId, { timeout: 20_000 }).not.toBe(id);
    await desk.page.getByTestId('tab-answered').click();
    await desk.page.locator(`[data-conversation-id="${id}"]`).waitFor({ timeout: 20_000 });
  });
});

async function openId(): Promise<string> {
  return desk.page.evaluate(() => window.location.hash.split('/').at(-1) ?? '');
}

async function selected(): Promise<string> {
  return desk.page.evaluate(() => {
    const area = document.activeElement as HTMLTextAreaElement;
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
}

async function leaveText(): Promise<void> {
  await press('Escape');
  await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}
