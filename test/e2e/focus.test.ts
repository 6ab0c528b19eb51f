import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import type { InboxDouble } from '#test/support/doubles/inbox-double.ts';
import { connectHelpdesk, go, openConversation, startHelpdesk } from './support/helpdesk-inbox.ts';
import { type Desk, launchDesk } from './support/launch.ts';

/** A desk that is driven by keys: each goes where the person means it, and nothing leaves that nobody read. */
describe('where the keys go', () => {
  let double: InboxDouble;
  let desk: Desk;
  let page: Page;
  const threads: Record<string, string> = {};

  beforeAll(async () => {
    double = await startHelpdesk();
    for (const name of ['Ada Quist', 'Ben Osei', 'Cleo Hart', 'Dov Lenz', 'Eri Mori']) {
      threads[name] = double.addConversation(name, ['Do you ship to Norway?']);
    }
    desk = await launchDesk();
    page = desk.page;
    await page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
    await connectHelpdesk(page, double);
  });
  afterAll(async () => {
    await desk?.close();
    await double?.stop();
  });

  beforeEach(() => onTestFailed(() => console.log(desk.log())));

  const panel = () => page.getByTestId('helpdesk');
  const list = () => page.getByTestId('conversation-list');
  const place = (): Promise<string> => page.evaluate(() => window.location.hash);
  const hasFocus = (box: Locator): Promise<boolean> => box.evaluate((element) => element === document.activeElement);
  const waiting = async (): Promise<number> => {
    const text = await page.getByTestId('tab-unanswered').locator('span').first().innerText();
    return Number(text.replace(/\D/g, ''));
  };

  async function openPanel(name: string): Promise<void> {
    await openConversation(page, name);
    if ((await panel().getAttribute('data-open')) === 'false') await page.getByTestId('helpdesk-toggle').click();
    await panel().getByLabel('Add a tag').waitFor({ timeout: 20_000 });
  }

  /** Opens a conversation that has a draft, as has the one after it. */
  async function openReadyPair(): Promise<void> {
    await go(page, '/inbox');
    const rows = page.getByTestId('conversation-row');
    const states = (): Promise<(string | undefined)[]> =>
      rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['draft']));
    const pairAt = (all: readonly (string | undefined)[]): number =>
      all.findIndex((state, at) => state === 'ready' && all[at + 1] === 'ready');
    await expect.poll(async () => pairAt(await states()), { timeout: 30_000 }).toBeGreaterThanOrEqual(0);
    await rows.nth(pairAt(await states())).click();
    await page.getByTestId('composer-text').waitFor();
    await list().focus();
    await page.waitForTimeout(600);
  }

  it('bug: whoever is typed as assignee sends the reply', async () => {
    await openPanel('Ada Quist');
    const before = await place();
    const select = panel().getByLabel('Assigned to');
    await select.focus();
    await page.keyboard.type('Bao', { delay: 130 });
    await expect.poll(() => double.factsOf(threads['Ada Quist'] ?? '').assigneeId).toBe('8');
    expect(await hasFocus(select)).toBe(true);
    expect(await place()).toBe(before);
    expect(await page.getByTestId('outbox-item').count()).toBe(0);
  });

  it('bug: the second tag is a row of commands', async () => {
    await openPanel('Ada Quist');
    const before = await place();
    const tag = panel().getByLabel('Add a tag');
    await tag.focus();
    await page.keyboard.type('vip', { delay: 20 });
    await page.keyboard.press('Enter');
    await page.keyboard.type('asap', { delay: 60 });
    await page.keyboard.press('Enter');
    await expect.poll(() => double.factsOf(threads['Ada Quist'] ?? '').tags).toEqual(['vip', 'asap']);
    expect(await hasFocus(tag)).toBe(true);
    await panel().getByLabel('Remove vip').click();
    await expect.poll(() => double.factsOf(threads['Ada Quist'] ?? '').tags).toEqual(['asap']);
    expect(await hasFocus(tag)).toBe(true);
    expect(await place()).toBe(before);
    expect(await page.getByTestId('outbox-item').count()).toBe(0);
  });

  it('bug: Escape adds the tag that is half typed', async () => {
    await openPanel('Ada Quist');
    const tag = panel().getByLabel('Add a tag');
    await tag.focus();
    await page.keyboard.type('vi');
    await page.keyboard.press('Escape');
    expect(await tag.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
    expect(await hasFocus(list())).toBe(true);
    expect(double.factsOf(threads['Ada Quist'] ?? '').tags).toEqual(['asap']);
  });

  it('bug: the customer writes, and the tag that is being typed becomes commands', async () => {
    const threadId = threads['Ben Osei'] ?? '';
    await openPanel('Ben Osei');
    const before = await place();
    const tag = panel().getByLabel('Add a tag');
    await tag.focus();
    await page.keyboard.type('sp');
    double.customerWrites(threadId, 'And to Iceland?');
    let typed = 'sp';
    const said = page.getByTestId('message').filter({ hasText: 'And to Iceland?' });
    while ((await said.count()) === 0 || typed.length < 20) {
      await page.keyboard.type('a');
      typed += 'a';
      await page.waitForTimeout(100);
    }
    expect(await tag.inputValue()).toBe(typed);
    expect(await hasFocus(tag)).toBe(true);
    expect(await place()).toBe(before);
    await tag.fill('');
  });

  it('bug: a field that goes away leaves its letters to the commands', async () => {
    await openPanel('Ben Osei');
    const before = await place();
    await panel().getByLabel('Add a tag').focus();
    await page.keyboard.type('as');
    await page.evaluate(() => {
      const input = document.activeElement as HTMLInputElement;
      input.disabled = true;
      setTimeout(() => (input.disabled = false), 2_000);
    });
    await page.waitForTimeout(50);
    await page.keyboard.type('acjax', { delay: 250 });
    expect(await place()).toBe(before);
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.waitForTimeout(800);
    await page.keyboard.press('e');
    expect(await hasFocus(page.getByTestId('composer-text'))).toBe(true);
  });

  it('bug: a key that is held, or bounces, sends drafts nobody read', async () => {
    await openReadyPair();
    const before = await waiting();
    for (let i = 0; i < 25; i++) {
      // A second `down` of a key that is down is what a held key gives.
      await page.keyboard.down('a');
      await page.waitForTimeout(40);
    }
    await page.keyboard.up('a');
    await expect.poll(waiting).toBe(before - 1);
    await page.waitForTimeout(600);
    expect(await waiting()).toBe(before - 1);
    await openReadyPair();
    await page.keyboard.press('a');
    await page.waitForTimeout(80);
    await page.keyboard.press('a');
    await page.waitForTimeout(1_000);
    expect(await waiting()).toBe(before - 2);
  });

  it('bug: a double click closes the next conversation too', async () => {
    await openReadyPair();
    const before = await waiting();
    await page.getByTestId('close-conversation').dblclick();
    await page.waitForTimeout(1_000);
    expect(await waiting()).toBe(before - 1);
  });

  it('bug: a half-written note is lost where one looks at another conversation', async () => {
    await openPanel('Cleo Hart');
    await page.getByTestId('helpdesk-note').fill('Asked twice; off');
    await page.getByTestId('thread').getByRole('log').focus();
    await page.keyboard.press('j');
    await page.getByTestId('thread').getByText('Cleo Hart').first().waitFor({ state: 'detached' });
    await openPanel('Cleo Hart');
    expect(await page.getByTestId('helpdesk-note').inputValue()).toBe('Asked twice; off');
    await page.getByTestId('thread').getByRole('log').focus();
    await page.keyboard.press('h');
    await page.getByTestId('helpdesk-note').waitFor({ state: 'detached' });
    await page.keyboard.press('h');
    expect(await page.getByTestId('helpdesk-note').inputValue()).toBe('Asked twice; off');
    await page.getByTestId('helpdesk-note').press('Control+Enter');
    await expect.poll(() => double.factsOf(threads['Cleo Hart'] ?? '').notes).toEqual(['Asked twice; off']);
    await openPanel('Dov Lenz');
    await openPanel('Cleo Hart');
    expect(await page.getByTestId('helpdesk-note').inputValue()).toBe('');
  });

  it('bug: Enter in the search opens who stood first before', async () => {
    await go(page, '/inbox');
    await list().focus();
    await page.keyboard.press('/');
    await page.keyboard.type('Eri Mori');
    await page.keyboard.press('Enter');
    await page.getByTestId('thread').waitFor();
    expect(await page.getByTestId('thread').innerText()).toContain('Eri Mori');
    expect(await hasFocus(list())).toBe(true);
  });

  it('bug: sending the only one found leaves an empty page', async () => {
    await page.getByTestId('composer-text').fill('Yes, with pleasure.');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('toast').first().waitFor();
    await expect.poll(() => page.getByTestId('conversation-search').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Start with the longest waiting' }).waitFor();
  });

  it('bug: who looks again types into the list', async () => {
    await openConversation(page, 'Dov Lenz');
    const editor = page.getByTestId('composer-text');
    await editor.fill('Yes, we do.');
    double.customerWrites(threads['Dov Lenz'] ?? '', 'To Tromsø, that is.');
    await page.getByTestId('message').filter({ hasText: 'Tromsø' }).waitFor({ timeout: 60_000 });
    await editor.press('Control+Enter');
    await page.getByTestId('moved-on').waitFor({ timeout: 20_000 });
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(page.getByTestId('composer-text'))).toBe(true);
    expect(await editor.inputValue()).toBe('Yes, we do.');
  });
});
