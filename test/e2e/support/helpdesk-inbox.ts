import type { Page } from 'playwright-core';
import { startChatwootDouble } from '#test/support/doubles/chatwoot-double.ts';
import type { InboxDouble, TestTime } from '#test/support/doubles/inbox-double.ts';

/** The machine's own time, moved by an offset: for a double that the app itself speaks to. */
function realTime(clock: { readonly offset: number }): TestTime {
  return {
    get now() {
      return Date.now() + clock.offset;
    },
    set now(_) {},
  };
}

/** A helpdesk whose clock is the machine's; `clock.offset` (ms) lets it say things at other times. */
export async function startHelpdesk(clock = { offset: 0 }): Promise<InboxDouble> {
  return startChatwootDouble(realTime(clock));
}

export async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place);
}

/** Opens the form of a new Chatwoot inbox and fills it in; whoever calls tests or saves. */
export async function fillForm(page: Page, double: InboxDouble, name: string): Promise<void> {
  await go(page, '/settings/inboxes');
  await page.getByTestId('inbox-add').click();
  await page.getByTestId('connect-chatwoot').click();
  const form = page.getByTestId('helpdesk-form');
  await form.getByLabel('Address of the helpdesk').fill(`${double.origin}/app/accounts/3/dashboard`);
  await form.getByLabel('Access token').fill(double.secret);
  await form.getByLabel('Name in Deskside').fill(name);
}

/** Where the machine has no keychain, the person says that the key may be kept in memory. */
export async function save(page: Page): Promise<void> {
  const consent = page.getByTestId('memory-consent').getByRole('checkbox');
  if (await consent.isVisible()) await consent.check();
  await page.getByTestId('inbox-save').click();
}

/** Connects it and waits for its first import. */
export async function connectHelpdesk(page: Page, double: InboxDouble, name = 'Chat'): Promise<void> {
  await fillForm(page, double, name);
  await save(page);
  await page
    .locator('[data-testid="inbox-row"][data-kind="chatwoot"][data-phase="idle"]', { hasText: name })
    .waitFor({ timeout: 60_000 });
}

/** Opens a customer's conversation by searching the list. */
export async function openConversation(page: Page, name: string, place = '/inbox'): Promise<void> {
  await go(page, place);
  await page.getByTestId('conversation-search').fill(name);
  const row = page.locator('[data-testid="conversation-row"]', { hasText: name });
  await row.first().click({ timeout: 60_000 });
  await page.getByTestId('thread').getByText(name).first().waitFor();
  await page.getByTestId('conversation-search').fill('');
}
