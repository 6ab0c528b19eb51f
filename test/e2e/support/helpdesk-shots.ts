import type { Page } from 'playwright-core';
import type { InboxDouble } from '#test/support/doubles/inbox-double.ts';
import { fillForm, save, startHelpdesk } from './helpdesk-inbox.ts';
import { launchDesk } from './launch.ts';

type Shoot = (page: Page, name: string) => Promise<void>;

const hour = 3_600_000;
const long = 'Thank you for writing. We have looked at the photograph and at the order. '.repeat(13).trim();

/** Pictures of a helpdesk's inbox: its form, its panel, a channel's limits, a reply that is held, one without a line. */
export async function takeHelpdeskShots(
  size: { readonly width: number; readonly height: number },
  shoot: Shoot,
): Promise<void> {
  const clock = { offset: 0 };
  const double = await startHelpdesk(clock);
  const desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: '3000' } });
  try {
    fill(double, clock);
    const { app, page } = desk;
    await app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height),
      size,
    );
    await page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
    await prefer(page, 'light', 'en');
    await connect(page, double, shoot);
    await limits(page, shoot);
    await held(page, double, shoot);
    await storesSideBySide(page, shoot);
    await withoutLine(page, double, shoot);
    await importing(page, shoot);
  } finally {
    await desk.close();
    await double.stop();
  }
}

function fill(double: InboxDouble, clock: { offset: number }): void {
  double.addConversation('Ada Quist', ['Which of your teas have no caffeine, or little?']);
  double.addConversation('Gil Moreau', ['My teapot arrived broken. What can I do?'], 'instagram');
  double.addConversation('Hana Sato', ['How long does delivery to Norway take?']);
  clock.offset = -23.4 * hour;
  double.addConversation('Ines Vidal', ['Do you ship to Norway?'], 'whatsapp');
  clock.offset = -25 * hour;
  double.addConversation('Jun Park', ['Is the copper kettle in stock?'], 'whatsapp');
  clock.offset = 0;
}

async function connect(page: Page, double: InboxDouble, shoot: Shoot): Promise<void> {
  await go(page, '/settings/inboxes');
  await page.getByTestId('inbox-add').click();
  await page.getByTestId('connect-zendesk').click();
  const form = page.getByTestId('helpdesk-form');
  await form.getByLabel('Address of the helpdesk').fill('mystore');
  await shoot(page, 'zendesk-form-light');
  await page.keyboard.press('Escape');
  await page.getByTestId('inbox-add').click();
  await page.getByTestId('connect-chatwoot').click();
  await form.getByLabel('Address of the helpdesk').fill(`${double.origin}/app/accounts/7/inbox`);
  await form.getByLabel('Access token').fill(double.secret);
  await test(page, 'false');
  await shoot(page, 'helpdesk-form-failed-light');
  await theme(page, 'dark');
  await shoot(page, 'helpdesk-form-failed-dark');
  await theme(page, 'light');
  await form.getByLabel('Account number').fill('3');
  await test(page, 'true');
  await save(page);
  await page.locator('[data-testid="inbox-row"][data-kind="chatwoot"][data-phase="idle"]').waitFor({ timeout: 60_000 });
  await shoot(page, 'helpdesk-inboxes-light');
  await page.locator('[data-kind="chatwoot"]').getByTestId('inbox-pause').click();
  await page.locator('[data-testid="inbox-row"][data-phase="paused"]').waitFor({ timeout: 60_000 });
  await shoot(page, 'helpdesk-paused-light');
  await page.getByTestId('inbox-resume').click();
}

async function limits(page: Page, shoot: Shoot): Promise<void> {
  const composer = page.getByTestId('composer-text');
  await open(page, 'Ada Quist');
  await page.getByTestId('helpdesk-toggle').click();
  await page.getByTestId('helpdesk-tags').waitFor({ timeout: 20_000 });
  await page.getByTestId('helpdesk-tags').getByRole('textbox').fill('vip');
  await page.keyboard.press('Enter');
  await page.getByTestId('helpdesk-note').fill('Asked twice; offer the decaf sampler.');
  await page.waitForTimeout(500);
  await shoot(page, 'helpdesk-panel-light');
  await theme(page, 'dark');
  await shoot(page, 'helpdesk-panel-dark');
  for (const language of ['zh', 'ja'] as const) {
    await prefer(page, 'light', language, true);
    await open(page, 'Ada Quist');
    await page.getByTestId('helpdesk-tags').waitFor({ timeout: 20_000 });
    await shoot(page, `helpdesk-panel-${language}`);
  }
  await prefer(page, 'light', 'en');
  await open(page, 'Gil Moreau');
  await composer.fill(long.slice(0, 900));
  await shoot(page, 'limit-near-light');
  await composer.fill(`${long} ${long}`.slice(0, 1_100));
  await shoot(page, 'limit-over-light');
  await theme(page, 'dark');
  await shoot(page, 'limit-over-dark');
  await theme(page, 'light');
  await open(page, 'Ines Vidal');
  await shoot(page, 'window-closing-light');
  await open(page, 'Jun Park');
  await composer.fill('It is back on Friday.');
  await shoot(page, 'window-closed-light');
}

async function held(page: Page, double: InboxDouble, shoot: Shoot): Promise<void> {
  const composer = page.getByTestId('composer-text');
  await open(page, 'Hana Sato');
  await composer.fill('Hello,\n\ndelivery to Norway takes four to six working days.\n\nKind regards');
  const threadId = double.threads()[2] ?? '';
  await composer.press('Control+Enter');
  double.customerWrites(threadId, 'Sorry, I meant Iceland, not Norway!');
  await page.waitForTimeout(6_000);
  await open(page, 'Hana Sato');
  const item = page.locator('[data-testid="outbox-item"][data-look="held"]');
  await item.waitFor({ timeout: 60_000 });
  await shoot(page, 'held-light');
  await theme(page, 'dark');
  await shoot(page, 'held-dark');
  for (const language of ['zh', 'ja'] as const) {
    await prefer(page, 'light', language);
    await item.waitFor({ timeout: 20_000 });
    await shoot(page, `held-${language}`);
  }
  await prefer(page, 'light', 'en');
}

async function storesSideBySide(page: Page, shoot: Shoot): Promise<void> {
  await go(page, '/settings/stores');
  await page.getByRole('button', { name: 'New store' }).click();
  await page.getByLabel('Name of the store').fill('Copper & Clay');
  await page.getByTestId('store-save').click();
  await page.waitForTimeout(600);
  await page.getByTestId('store-switcher').click();
  await shoot(page, 'store-switcher-light');
  await page.keyboard.press('1');
  await page.getByTestId('list-title').waitFor();
  await shoot(page, 'all-stores-light');
  await page.getByTestId('store-switcher').click();
  await page.keyboard.press('2');
}

async function withoutLine(page: Page, double: InboxDouble, shoot: Shoot): Promise<void> {
  double.setFault('reset_before', { on: 'all' });
  await open(page, 'Ada Quist');
  await page.getByTestId('composer-text').fill('All our rooibos and herbal teas are free of caffeine.');
  await page.getByTestId('composer-text').press('Control+Enter');
  await go(page, '/inbox/answered');
  await open(page, 'Ada Quist', '/inbox/answered');
  await page.locator('[data-testid="outbox-item"][data-look="waitingForLine"]').waitFor({ timeout: 60_000 });
  await shoot(page, 'no-line-light');
  await theme(page, 'dark');
  await shoot(page, 'no-line-dark');
  await theme(page, 'light');
  double.clearFaults();
}

/** A first import that is running, and one that is paused. */
async function importing(page: Page, shoot: Shoot): Promise<void> {
  const large = await startHelpdesk();
  try {
    for (let i = 0; i < 4_000; i++) large.addConversation(`Customer ${i}`, ['Where is my parcel?']);
    await fillForm(page, large, 'Marketplace');
    await save(page);
    const row = page.getByTestId('inbox-row').filter({ hasText: 'Marketplace' });
    await row.getByText(' of ').waitFor({ timeout: 60_000 });
    await shoot(page, 'importing-light');
    await row.getByTestId('inbox-pause').click();
    await row.getByTestId('inbox-resume').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1_500);
    await shoot(page, 'import-paused-light');
  } finally {
    await large.stop();
  }
}

async function test(page: Page, isOk: 'true' | 'false'): Promise<void> {
  await page.getByTestId('inbox-test').click();
  await page.locator(`[data-testid="probe-report"][data-ok="${isOk}"]`).waitFor({ timeout: 30_000 });
}

async function open(page: Page, name: string, place = '/inbox'): Promise<void> {
  await go(page, place);
  await page.getByTestId('conversation-search').fill(name);
  await page.locator('[data-testid="conversation-row"]', { hasText: name }).first().click({ timeout: 60_000 });
  await page.getByTestId('thread').getByText(name).first().waitFor();
  await page.getByTestId('conversation-search').fill('');
  await page.waitForTimeout(500);
}

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place);
  await page.waitForTimeout(400);
}

async function theme(page: Page, name: 'light' | 'dark'): Promise<void> {
  await page.evaluate((value) => {
    document.documentElement.dataset['theme'] = value;
  }, name);
}

async function prefer(page: Page, name: string, language: string, isHelpdeskOpen = false): Promise<void> {
  const preferences = JSON.stringify({ theme: name, language, isHelpdeskOpen });
  await page.evaluate((text) => window.localStorage.setItem('deskside.preferences', text), preferences);
  await page.reload();
  await page.getByTestId('nav-inbox').waitFor({ timeout: 30_000 });
}
