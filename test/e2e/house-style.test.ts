import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { type Desk, launchDesk } from './support/launch.ts';

let dataFolder: string;
let desk: Desk;

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'deskside-e2e-'));
  desk = await launchDesk({ dataFolder, env: { DESKSIDE_UNDO_MS: '600000' } });
  await rows().first().waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await desk.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const rows = () => desk.page.locator('[data-testid="conversation-row"][data-draft="ready"]', { hasText: 'EN' });
const byId = (id: string) => desk.page.getByTestId(id);
const composer = () => byId('composer-text');
const go = (place: string) => desk.page.evaluate((hash) => void (window.location.hash = hash), place);

it('bug: a word to avoid reaches nobody who writes, cannot be replaced by a key, or keeps a reply back', async () => {
  onTestFailed(() => console.log(desk.log()));
  await go('/settings/style');
  await byId('house-add-wording').click();
  const [avoid, say] = [0, 1].map((i) => byId('house-wording').locator('input').nth(i));
  await avoid?.fill('parcel');
  await say?.fill('package');
  await byId('house-add-habit').click();
  await byId('house-longest').fill('60');
  await byId('house-emoji').selectOption('never');
  await byId('house-save').click();
  await expect.poll(() => byId('house-save').isDisabled()).toBe(true);

  await go('/inbox');
  await rows().first().click();
  await composer().waitFor();
  await composer().fill('Hello,\n\nYour parcel is on its way. The parcel is sealed. 🎉');
  await byId('style-offer').waitFor();
  expect(await byId('style-offer').textContent()).toContain('×2');
  expect(await desk.page.locator('[data-layer=style] [data-style]').count()).toBe(2);
  expect(await byId('style-advice').getAttribute('data-advice')).toBe('emojiNever');
  await composer().focus();
  await desk.page.keyboard.press('Control+Home');
  await desk.page.keyboard.press('Alt+y');
  await expect.poll(() => composer().inputValue()).toContain('Your package is on its way. The parcel is sealed.');
  await byId('style-offer').click();
  await expect.poll(() => composer().inputValue()).toContain('The package is sealed. 🎉');
  await byId('style-follow').click();
  await expect.poll(() => composer().inputValue()).toBe('Hello,\n\nYour package is on its way. The package is sealed.');
  // What was replaced can be taken back.
  await desk.page.keyboard.press('Control+z');
  await expect.poll(() => composer().inputValue()).toContain('🎉');

  await composer().fill('The parcel is sealed. Ask us anything.');
  await expect.poll(() => byId('style-advice').getAttribute('data-advice')).toBe('greeting');
  expect(await byId('send').getAttribute('aria-disabled')).toBe('false');
  await byId('style-follow').click();
  await expect.poll(() => composer().inputValue()).toMatch(/^Hello .+,\n\nThe parcel is sealed\./);
});
