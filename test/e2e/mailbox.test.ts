import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { plainMail } from '#test/support/mail/fixture-mails.ts';
import { type MailStack, hasDovecot, startMailStack } from '#test/support/mail/mail-stack.ts';
import { type Desk, launchDesk } from './support/launch.ts';

if (!hasDovecot) console.log('Skipped: Dovecot is not installed (Debian package dovecot-imapd)');

/** An owner connects a mailbox in the window, an agent answers the mail that is in it. */
describe.skipIf(!hasDovecot)('a mailbox connected in the window', () => {
  let stack: MailStack;
  let desk: Desk;

  beforeAll(async () => {
    stack = await startMailStack();
    desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: '0' } });
    await desk.page
      .locator('[data-testid="conversation-row"][data-draft="ready"]')
      .first()
      .waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await desk?.close();
    await stack?.stop();
  });

  it('says what is wrong while it is being set up', async () => {
    onTestFailed(() => console.log(desk.log()));
    const { page } = desk;
    await page.evaluate(() => (window.location.hash = '/settings/inboxes'));
    await page.getByTestId('inbox-add').click();
    await page.getByTestId('connect-imap').click();
    const form = page.getByTestId('inbox-form');
    await form.getByLabel('Address customers write to').fill(stack.address);
    await form.getByLabel('Password').fill('not the password');
    for (const [i, port] of [stack.imapPort, stack.smtpPort].entries()) {
      await form.getByLabel('Server').nth(i).fill('127.0.0.1');
      await form.getByLabel('Port').nth(i).fill(String(port));
      await form.getByLabel('Encryption').nth(i).selectOption('none');
      await form.getByLabel('User name').nth(i).fill(stack.user);
    }
    await page.getByTestId('inbox-test').click();
    const report = page.getByTestId('probe-report');
    await report.waitFor({ timeout: 30_000 });
    expect(await report.innerText()).toMatch(/password/i);
  });

  it('connects once the password is right, and a mail that comes is drafted and answered', async () => {
    onTestFailed(() => console.log(desk.log()));
    const { page } = desk;
    await page.getByTestId('inbox-form').getByLabel('Password').fill(stack.password);
    const consent = page.getByTestId('memory-consent').getByRole('checkbox');
    if (await consent.isVisible()) await consent.check();
    await page.getByTestId('inbox-save').click();
    await expect.poll(() => page.getByTestId('inbox-row').count(), { timeout: 30_000 }).toBe(2);
    const body = 'Hello,\n\nwhich of your teas have no caffeine, or little?\n\nMarta';
    const from = 'Marta Lindqvist <marta@customer.example>';
    await stack.deliver(plainMail({ id: '<tea@customer.example>', from, subject: 'Caffeine', body }));
    await page.evaluate(() => (window.location.hash = '/inbox'));
    const row = page
      .locator('[data-testid="conversation-row"]', { hasText: 'Marta Lindqvist' })
      .filter({ hasText: 'Caffeine' });
    await page.getByTestId('conversation-search').fill('Caffeine');
    await row.waitFor({ timeout: 60_000 });
    await row.click();
    const composer = page.getByTestId('composer-text');
    await expect.poll(async () => (await composer.inputValue()).length, { timeout: 30_000 }).toBeGreaterThan(20);
    const text = await composer.inputValue();
    await composer.focus();
    // A draft that came up a moment ago is sent only to somebody who has begun to read.
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await stack.deliveredMessages()).length, { timeout: 60_000 }).toBe(1);
    // The copy is filed once the server has taken the reply.
    await expect.poll(async () => (await stack.sentMessages()).length, { timeout: 60_000 }).toBe(1);
    const [sent] = await stack.sentMessages();
    expect(sent).toContain('In-Reply-To: <tea@customer.example>');
    expect(text).toContain('Decaf');
  });

  it('asks before a reply leaves that was begun before the customer wrote again', async () => {
    onTestFailed(() => console.log(desk.log()));
    const { page } = desk;
    const from = 'Ann Castell <ann@customer.example>';
    await stack.deliver(
      plainMail({ id: '<first@customer.example>', from, subject: 'Parcels', body: 'Do you ship to Norway?' }),
    );
    await page.getByTestId('conversation-search').fill('Castell');
    const row = page.locator('[data-testid="conversation-row"]', { hasText: 'Ann Castell' });
    await row.waitFor({ timeout: 60_000 });
    await row.click();
    const composer = page.getByTestId('composer-text');
    await expect.poll(() => composer.inputValue(), { timeout: 30_000 }).toContain('Ann');
    await composer.press('Control+End');
    await composer.pressSequentially(' By the way.');
    const headers = ['In-Reply-To: <first@customer.example>', 'References: <first@customer.example>'];
    const body = 'Sorry, I meant Iceland.';
    await stack.deliver(plainMail({ id: '<second@customer.example>', from, subject: 'Re: Parcels', headers, body }));
    await page.getByTestId('message').filter({ hasText: 'Iceland' }).waitFor({ timeout: 60_000 });
    await composer.press('Control+Enter');
    const dialog = page.getByTestId('moved-on');
    await dialog.waitFor({ timeout: 20_000 });
    expect(await dialog.innerText()).toContain('Iceland');
    await page.getByTestId('look-again').click();
    await expect.poll(() => composer.inputValue()).toContain('By the way.');
    expect(await stack.deliveredMessages()).toHaveLength(1);
  });
});
