import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import type { InboxDouble } from '#test/support/doubles/inbox-double.ts';
import { fillForm, go, openConversation, save, startHelpdesk } from './support/helpdesk-inbox.ts';
import { type Desk, launchDesk } from './support/launch.ts';

const customers = ['Ada Quist', 'Ben Osei', 'Cleo Hart'] as const;
const questions = [
  'Which of your teas have no caffeine, or little?',
  'How long does delivery to Norway take?',
  'My teapot arrived broken. What can I do?',
];

/** The network goes away in the middle of a day at the desk, and comes back. */
describe('a desk whose line breaks', () => {
  let double: InboxDouble;
  let desk: Desk;
  let page: Page;
  const threads = new Map<string, string>();

  beforeAll(async () => {
    double = await startHelpdesk();
    customers.forEach((name, at) => threads.set(name, double.addConversation(name, [questions[at] ?? ''])));
    desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: '0' } });
    page = desk.page;
    await page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await desk?.close();
    await double?.stop();
  });

  const row = (name: string) => page.locator('[data-testid="conversation-row"]', { hasText: name });

  it('is connected to a helpdesk in the window', async () => {
    onTestFailed(() => console.log(desk.log()));
    await fillForm(page, double, 'Chat');
    const form = page.getByTestId('helpdesk-form');
    expect(await form.getByLabel('Account number').inputValue()).toBe('3');
    expect(await form.getByLabel('Address of the helpdesk').inputValue()).toBe(double.origin);
    await form.getByLabel('Access token').fill('not-the-token');
    await page.getByTestId('inbox-test').click();
    const report = page.locator('[data-testid="probe-report"][data-ok="false"]');
    await report.waitFor({ timeout: 30_000 });
    expect(await report.innerText()).toContain('Chatwoot refused the key');
    await form.getByLabel('Access token').fill(double.secret);
    await page.getByTestId('inbox-test').click();
    await page.locator('[data-testid="probe-report"][data-ok="true"]').waitFor({ timeout: 30_000 });
    if (await page.getByTestId('memory-consent').isVisible())
      expect(await page.getByTestId('inbox-save').isDisabled()).toBe(true);
    await save(page);
    await page
      .locator('[data-testid="inbox-row"][data-kind="chatwoot"][data-phase="idle"]')
      .waitFor({ timeout: 60_000 });
    await go(page, '/inbox');
    for (const name of customers) {
      await page.getByTestId('conversation-search').fill(name);
      await row(name).first().waitFor({ timeout: 60_000 });
    }
    await openConversation(page, customers[0]);
    await expect
      .poll(async () => (await page.getByTestId('composer-text').inputValue()).length, { timeout: 60_000 })
      .toBeGreaterThan(20);
  });

  it('opens, finds, drafts and accepts without the line, and says what waits', async () => {
    onTestFailed(() => console.log(desk.log()));
    double.setFault('reset_before', { on: 'all' });
    for (const name of customers) {
      await openConversation(page, name);
      const composer = page.getByTestId('composer-text');
      if (name === customers[0]) expect((await composer.inputValue()).length).toBeGreaterThan(20);
      await composer.fill(`A reply to ${name}, written without a line.`);
      await composer.press('Control+Enter');
      await openConversation(page, name, '/inbox/answered');
      await page.locator('[data-testid="outbox-item"]').waitFor({ timeout: 20_000 });
    }
    for (const name of customers) {
      await openConversation(page, name, '/inbox/answered');
      const item = page.locator('[data-testid="outbox-item"][data-look="waitingForLine"]');
      await item.waitFor({ timeout: 60_000 });
      expect(await item.innerText()).toContain(`A reply to ${name}`);
      expect(await item.innerText()).toContain('Next try');
    }
    for (const threadId of threads.values()) expect(double.repliesIn(threadId)).toEqual([]);
  });

  it('says calmly that the helpdesk cannot be asked, and goes on', async () => {
    onTestFailed(() => console.log(desk.log()));
    await page.getByTestId('helpdesk-toggle').click();
    await page.getByTestId('helpdesk-problem').waitFor({ timeout: 60_000 });
  });

  it('drains once and in order when the line is back', async () => {
    onTestFailed(() => console.log(desk.log()));
    const before = double.requests.length;
    double.clearFaults();
    await expect
      .poll(() => [...threads.values()].map((threadId) => double.repliesIn(threadId).length), { timeout: 180_000 })
      .toEqual([1, 1, 1]);
    const sent = double.requests
      .slice(before)
      .filter(({ method, path, status }) => method === 'POST' && path.endsWith('/messages') && status === 200)
      .map(({ path }) => /conversations\/(\d+)/.exec(path)?.[1]);
    expect(sent).toEqual([...threads.values()]);
    await expect.poll(() => page.getByTestId('outbox-item').count(), { timeout: 30_000 }).toBe(0);
    // The conversation has changed: the helpdesk is asked again by itself.
    await page.getByTestId('helpdesk-tags').waitFor({ timeout: 30_000 });
  });
});
