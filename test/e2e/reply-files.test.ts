import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { plainMail } from '#test/support/mail/fixture-mails.ts';
import { type MailStack, hasDovecot, startMailStack } from '#test/support/mail/mail-stack.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { type Desk, launchDesk } from './support/launch.ts';

const random = seededRandom(81);
const bytes = Buffer.from(Uint8Array.from({ length: 300_000 }, () => Math.floor(random.next() * 256)));
const given = { name: 'Größentabelle 尺寸.pdf', mimeType: 'application/pdf', buffer: bytes };

async function openReady(page: Page, search: string, text = ''): Promise<void> {
  await page.getByTestId('conversation-search').fill(search);
  const ready = page.locator('[data-testid="conversation-row"][data-draft="ready"]');
  const row = ready.filter({ hasText: search }).filter({ hasText: text }).first();
  await row.waitFor({ timeout: 60_000 });
  await row.click();
}

/** Sends what stands there, as somebody who has begun to read it. */
async function send(page: Page): Promise<void> {
  await page.getByTestId('composer-text').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Enter');
}

describe('files of a reply', () => {
  let dataFolder: string;
  let desk: Desk;
  const start = () => launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '0' } });

  beforeAll(async () => {
    dataFolder = await mkdtemp(path.join(tmpdir(), 'deskside-files-'));
    desk = await start();
  });
  afterAll(async () => {
    await desk?.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('are kept over a restart, taken off again, and arrive byte for byte', async () => {
    onTestFailed(() => console.log(desk.log()));
    await openReady(desk.page, '');
    const empty = path.join(dataFolder, 'empty.txt');
    await writeFile(empty, '');
    const input = desk.page.getByTestId('attach-input');
    await input.setInputFiles([
      given,
      { ...given, name: 'again.pdf' },
      { ...given, name: 'b.bin', buffer: Buffer.of(1) },
    ]);
    const chips = () => desk.page.getByTestId('file-chip');
    await expect.poll(() => chips().count()).toBe(2);
    await input.setInputFiles(empty);
    await desk.page.getByText('empty.txt is empty.').waitFor();
    const address = await desk.page.evaluate(() => window.location.hash);

    await desk.close();
    desk = await start();
    await desk.page.getByTestId('conversation-row').first().waitFor({ timeout: 60_000 });
    await desk.page.evaluate((hash) => (window.location.hash = hash), address);
    await expect.poll(() => chips().count(), { timeout: 30_000 }).toBe(2);
    await chips().filter({ hasText: 'b.bin' }).getByTestId('file-remove').click();
    await expect.poll(() => chips().count()).toBe(1);
    expect(await chips().innerText()).toContain('Größentabelle 尺寸.pdf');

    const composer = desk.page.getByTestId('composer-text');
    await expect.poll(async () => (await composer.inputValue()).length, { timeout: 30_000 }).toBeGreaterThan(20);
    await send(desk.page);
    const sentFile = path.join(dataFolder, 'sample-store-sent.jsonl');
    const sent = async () =>
      (await readFile(sentFile, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
    await expect.poll(async () => (await sent()).length, { timeout: 30_000 }).toBe(1);
    const { files } = JSON.parse((await sent())[0] ?? '') as { files: Array<{ name: string; base64: string }> };
    expect(files.map(({ name }) => name)).toEqual(['Größentabelle 尺寸.pdf']);
    expect(Buffer.from(files[0]?.base64 ?? '', 'base64').equals(bytes)).toBe(true);
  });
});

if (!hasDovecot) console.log('Skipped: Dovecot is not installed (Debian package dovecot-imapd)');

describe.skipIf(!hasDovecot)('files of a reply by mail', () => {
  let stack: MailStack;
  let desk: Desk;

  beforeAll(async () => {
    stack = await startMailStack();
    desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: '0' } });
    await desk.page.getByTestId('conversation-row').first().waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await desk?.close();
    await stack?.stop();
  });

  it('arrive in the customer’s mailbox byte for byte, and stand in the copy of what was sent', async () => {
    onTestFailed(() => console.log(desk.log()));
    const { page } = desk;
    await connected(page, stack);
    const body = 'Hello,\n\nwhich of your teas have no caffeine, or little?\n\nMarta';
    const from = 'Marta Lindqvist <marta@customer.example>';
    await stack.deliver(plainMail({ id: '<tea@customer.example>', from, subject: 'Caffeine', body }));
    await page.evaluate(() => (window.location.hash = '/inbox'));
    await openReady(page, 'Caffeine', 'Marta Lindqvist');
    const composer = page.getByTestId('composer-text');
    await expect.poll(async () => (await composer.inputValue()).length, { timeout: 30_000 }).toBeGreaterThan(20);
    await page.getByTestId('attach-input').setInputFiles(given);
    await expect.poll(() => page.getByTestId('file-chip').count()).toBe(1);
    await send(page);
    await expect.poll(async () => (await stack.deliveredMessages()).length, { timeout: 60_000 }).toBe(1);
    await expect.poll(async () => (await stack.sentMessages()).length, { timeout: 60_000 }).toBe(1);
    for (const raw of [...(await stack.deliveredMessages()), ...(await stack.sentMessages())]) {
      const { attachments } = await simpleParser(raw);
      expect(attachments.map(({ filename }) => filename)).toEqual(['Größentabelle 尺寸.pdf']);
      expect(attachments[0]?.content.equals(bytes)).toBe(true);
    }
  });
});

/** An owner connects the mailbox in the window. */
async function connected(page: Page, stack: MailStack): Promise<void> {
  await page.evaluate(() => (window.location.hash = '/settings/inboxes'));
  await page.getByTestId('inbox-add').click();
  await page.getByTestId('connect-imap').click();
  const form = page.getByTestId('inbox-form');
  await form.getByLabel('Address customers write to').fill(stack.address);
  await form.getByLabel('Password').fill(stack.password);
  for (const [i, port] of [stack.imapPort, stack.smtpPort].entries()) {
    await form.getByLabel('Server').nth(i).fill('127.0.0.1');
    await form.getByLabel('Port').nth(i).fill(String(port));
    await form.getByLabel('Encryption').nth(i).selectOption('none');
    await form.getByLabel('User name').nth(i).fill(stack.user);
  }
  const consent = page.getByTestId('memory-consent').getByRole('checkbox');
  if (await consent.isVisible()) await consent.check();
  await page.getByTestId('inbox-save').click();
  await expect.poll(() => page.getByTestId('inbox-row').count(), { timeout: 30_000 }).toBe(2);
}
