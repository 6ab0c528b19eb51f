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
  desk = await launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '0' } });
});
afterAll(async () => {
  await desk.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const at = (testId: string) => desk.page.getByTestId(testId);
const go = (hash: string) => desk.page.evaluate((to) => (window.location.hash = to), hash);
const candidate = (key: number) => desk.page.locator(`[data-testid="candidate"][data-key="${key}"]`);

async function rowsWith(draft: string): Promise<string[]> {
  const rows = desk.page.locator(`[data-testid="conversation-row"][data-draft="${draft}"]`);
  return rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['conversationId'] ?? ''));
}

/** Ids of the conversations with a draft, once no more come. */
async function draftedIds(): Promise<readonly string[]> {
  let before: readonly string[] = [];
  await expect
    .poll(
      async () => {
        const now = (await rowsWith('ready')).toSorted();
        const isStill = now.length > 0 && now.join() === before.join();
        before = now;
        return isStill;
      },
      { timeout: 60_000, interval: 1_500 },
    )
    .toBe(true);
  return before;
}

describe('a lead who tolerates few wrong answers', () => {
  let usual: readonly string[] = [];
  let fallen = '';

  it('sets one in a hundred by keyboard, seeing what it costs before it is saved', async () => {
    onTestFailed(() => console.log(desk.log()));
    usual = await draftedIds();
    await go('/settings/drafting');
    await at('coverage-chart').waitFor({ timeout: 20_000 });
    const now = await at('coverage-text').innerText();
    await at('tolerance-rate').focus();
    await desk.page.keyboard.press('Home');
    await desk.page.keyboard.press('ArrowRight');
    expect(await at('tolerance-rate').getAttribute('aria-valuetext')).toContain('1%');
    expect(await at('coverage-text').innerText()).not.toBe(now);
    await at('tolerance-save').focus();
    await desk.page.keyboard.press('Enter');
    await at('tolerance-changes').waitFor();
  });

  it('has a doubtful draft fall silent, with the reason and three candidates', async () => {
    await go('/inbox');
    await expect
      .poll(async () => (await rowsWith('silent')).find((id) => usual.includes(id)) ?? '', { timeout: 60_000 })
      .not.toBe('');
    for (const id of (await rowsWith('silent')).filter((each) => usual.includes(each))) {
      await go(`/inbox/${id}`);
      await desk.page.locator(`[data-conversation-id="${id}"][aria-selected="true"]`).waitFor();
      await at('ask-silence').first().waitFor();
      if ((await candidate(3).count()) === 0) continue;
      fallen = id;
      break;
    }
    expect(fallen).not.toBe('');
    expect(await at('composer-text').inputValue()).toBe('');
    expect(await at('ask-silence').first().innerText()).not.toBe('');
  });

  it('leaves the agent one key away from an answer, and that key sends nothing', async () => {
    const before = await candidate(2).innerText();
    await desk.page.keyboard.press('Escape');
    await desk.page.keyboard.press('2');
    await expect.poll(() => at('composer-text').inputValue(), { timeout: 20_000 }).not.toBe('');
    await desk.page.keyboard.press('q');
    await expect
      .poll(async () => (await desk.page.locator('[aria-pressed="true"][data-testid="candidate"]').count()) > 0)
      .toBe(true);
    expect(await candidate(2).innerText()).toBe(before);
    // While writing, the digit is a digit.
    await at('composer-text').focus();
    const text = await at('composer-text').inputValue();
    await desk.page.keyboard.type('3');
    expect((await at('composer-text').inputValue()).length).toBe(text.length + 1);
    await desk.page.keyboard.press('Backspace');
    await desk.page.keyboard.press('Escape');
    expect(sentReplies(sampleSentFile(dataFolder))).toEqual([]);
    await desk.page.keyboard.press('r');
    await expect.poll(() => at('composer-text').inputValue(), { timeout: 20_000 }).toBe('');
  });

  it('has every draft back when they go back to the usual', async () => {
    await go('/settings/drafting');
    await at('tolerance-usual').click();
    await at('tolerance-save').click();
    await go('/inbox');
    await expect.poll(async () => (await rowsWith('ready')).toSorted(), { timeout: 60_000 }).toEqual(usual);
  });
});
