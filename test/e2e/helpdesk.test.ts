import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import type { InboxDouble } from '#test/support/doubles/inbox-double.ts';
import { connectHelpdesk, go, openConversation, startHelpdesk } from './support/helpdesk-inbox.ts';
import { type Desk, launchDesk } from './support/launch.ts';

const hour = 3_600_000;
/** Time enough for somebody to write before a reply leaves. */
const undoMs = 4_000;

/** An agent works in a helpdesk's inbox: beside the reply, and where others write at the same time. */
describe('a helpdesk on the desk', () => {
  let double: InboxDouble;
  let desk: Desk;
  let page: Page;
  const threads: Record<string, string> = {};

  beforeAll(async () => {
    const clock = { offset: 0 };
    double = await startHelpdesk(clock);
    const add = (name: string, text: string, channel?: 'instagram' | 'whatsapp'): void => {
      threads[name] = double.addConversation(name, [text], channel);
    };
    add('Ada Quist', 'Is the copper kettle in stock?');
    add('Ben Osei', 'How long does delivery to Norway take?');
    add('Cleo Hart', 'Do you wrap presents?');
    add('Gil Moreau', 'My teapot arrived broken.', 'instagram');
    clock.offset = -25 * hour;
    add('Jun Park', 'Are you there?', 'whatsapp');
    clock.offset = 0;
    desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: String(undoMs) } });
    page = desk.page;
    await page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
    await connectHelpdesk(page, double);
  });
  afterAll(async () => {
    await desk?.close();
    await double?.stop();
  });

  const composer = () => page.getByTestId('composer-text');
  const outboxItem = (look: string) => page.locator(`[data-testid="outbox-item"][data-look="${look}"]`);

  async function accept(name: string, text: string): Promise<void> {
    await openConversation(page, name);
    await composer().fill(text);
    await composer().press('Control+Enter');
    await page.getByTestId('toast').first().waitFor();
  }

  it('sets status, assignee and tags, and adds a note without sending the reply', async () => {
    onTestFailed(() => console.log(desk.log()));
    const threadId = threads['Ada Quist'] ?? '';
    await openConversation(page, 'Ada Quist');
    await page.getByTestId('thread').getByRole('log').focus();
    await page.keyboard.press('h');
    const panel = page.getByTestId('helpdesk');
    await panel.getByLabel('Status').selectOption('pending');
    await expect.poll(() => double.factsOf(threadId).status).toBe('pending');
    await panel.getByLabel('Assigned to').selectOption({ label: 'Bao' });
    await expect.poll(() => double.factsOf(threadId).assigneeId).toBe('8');
    const tag = panel.getByLabel('Add a tag');
    await tag.fill('vip');
    await tag.press('Enter');
    await expect.poll(() => double.factsOf(threadId).tags).toEqual(['vip']);
    await panel.getByLabel('Remove vip').click();
    await expect.poll(() => double.factsOf(threadId).tags).toEqual([]);
    await page.getByTestId('thread').getByRole('log').focus();
    await page.keyboard.press('m');
    const note = page.getByTestId('helpdesk-note');
    await expect.poll(() => note.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('Asked twice');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => double.factsOf(threadId).notes).toEqual(['Asked twice']);
    await expect.poll(() => note.inputValue()).toBe('');
    await note.press('Control+Enter');
    expect(double.repliesIn(threadId)).toEqual([]);
    expect(await page.getByTestId('outbox-item').count()).toBe(0);
  });

  it('offers no panel where the inbox is no helpdesk', async () => {
    await openConversation(page, 'Curtis');
    expect(await page.getByTestId('helpdesk').count()).toBe(0);
  });

  it('tells the room that is left, and does not send what the channel would refuse', async () => {
    onTestFailed(() => console.log(desk.log()));
    await openConversation(page, 'Gil Moreau');
    await composer().fill('a'.repeat(850));
    await page.getByTestId('limits').getByText('150 characters left').waitFor();
    await composer().fill('a'.repeat(1_001));
    await page.getByTestId('limits').getByText('1 character too many').waitFor();
    await composer().press('Control+Enter');
    await page.getByTestId('toast').getByText('1,000 characters').waitFor();
    await openConversation(page, 'Jun Park');
    await composer().fill('Yes.');
    await composer().press('Control+Enter');
    await page.locator('[data-testid="limits"][data-blocked="closed"]').waitFor();
    expect(double.repliesIn(threads['Jun Park'] ?? '')).toEqual([]);
    expect(double.repliesIn(threads['Gil Moreau'] ?? '')).toEqual([]);
  });

  it('holds a reply that the customer overtook, shows what came, and gives the text back to be edited', async () => {
    onTestFailed(() => console.log(desk.log()));
    const threadId = threads['Ben Osei'] ?? '';
    await accept('Ben Osei', 'Norway it is, with pleasure.');
    double.customerWrites(threadId, 'Sorry, I meant Iceland.');
    await page.waitForTimeout(undoMs);
    await openConversation(page, 'Ben Osei');
    await outboxItem('held').waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('new-words').innerText()).toContain('Iceland');
    expect(await outboxItem('held').innerText()).toContain('with pleasure');
    await page.getByTestId('outbox-edit').click();
    await expect.poll(() => composer().inputValue()).toBe('Norway it is, with pleasure.');
    await expect.poll(() => page.getByTestId('outbox-item').count()).toBe(0);
    await composer().fill('Iceland it is, with pleasure.');
    await composer().press('Control+Enter');
    await expect.poll(() => double.repliesIn(threadId), { timeout: 60_000 }).toEqual(['Iceland it is, with pleasure.']);
  });

  it('sends a held reply all the same once a person says so', async () => {
    onTestFailed(() => console.log(desk.log()));
    const threadId = threads['Cleo Hart'] ?? '';
    await accept('Cleo Hart', 'Yes, with pleasure.');
    double.customerWrites(threadId, 'In green, please.');
    await page.waitForTimeout(undoMs);
    await openConversation(page, 'Cleo Hart');
    await outboxItem('held').waitFor({ timeout: 30_000 });
    expect(double.repliesIn(threadId)).toEqual([]);
    await page.getByTestId('outbox-retry').click();
    await expect.poll(() => double.repliesIn(threadId), { timeout: 60_000 }).toEqual(['Yes, with pleasure.']);
  });

  it('keeps stores apart, and shows them together when asked', async () => {
    onTestFailed(() => console.log(desk.log()));
    await go(page, '/settings/stores');
    await page.getByRole('button', { name: 'New store' }).click();
    await page.getByLabel('Name of the store').fill('Copper & Clay');
    await page.getByTestId('store-save').click();
    await go(page, '/inbox');
    const rows = page.getByTestId('conversation-row');
    await page.getByRole('tab', { name: 'Unanswered' }).waitFor();
    await expect.poll(() => rows.count()).toBe(0);
    await page.getByTestId('conversation-list').focus();
    await page.keyboard.press('s');
    await page.keyboard.press('1');
    await page.getByTestId('list-title').waitFor();
    await expect.poll(() => rows.count()).toBeGreaterThan(5);
    expect(await rows.first().innerText()).toContain('Hob & Leaf');
    await rows.first().click();
    await go(page, '/knowledge');
    await expect.poll(() => page.getByTestId('knowledge-row').count()).toBeGreaterThan(5);
    await page.getByTestId('store-switcher').click();
    await page.getByRole('menuitemradio', { name: 'Copper & Clay' }).click();
    await expect.poll(() => page.getByTestId('knowledge-row').count()).toBe(0);
  });
});
