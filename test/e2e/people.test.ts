import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { go } from './support/helpdesk-inbox.ts';
import { type Desk, launchDesk } from './support/launch.ts';
import { agentsPin, ownersPin, shareDesk, signIn } from './support/people.ts';
import { isPanelVisible, panelPage, summonPanel } from './support/side-panel.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await launchDesk();
  page = desk.page;
  await page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
});
afterAll(() => desk?.close());

const sections = (): Promise<string[]> =>
  page
    .locator('[data-testid^="settings-"]')
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['testid'] ?? ''));

describe('a desk that two people share', () => {
  it('begins with one owner, who adds an agent once they have a PIN themselves', async () => {
    onTestFailed(() => console.log(desk.log()));
    expect(await page.getByTestId('profile-menu').count()).toBe(0);
    await shareDesk(page);
    await expect.poll(() => page.getByTestId('person').count()).toBe(2);
  });

  it('keeps what each has begun, and locks by a key', async () => {
    onTestFailed(() => console.log(desk.log()));
    await go(page, '/inbox');
    await page.locator('[data-testid="conversation-row"][data-draft="silent"]').first().click();
    await page.getByTestId('composer-text').fill('Words of the owner');
    await page.getByTestId('conversation-list').focus();
    await page.keyboard.press('Alt+l');
    await page.getByTestId('sign-in').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Words of the owner');
    expect(await page.getByTestId('conversation-row').count()).toBe(0);
  });

  it('asks nothing else in the side panel either', async () => {
    onTestFailed(() => console.log(desk.log()));
    await summonPanel(desk);
    const panel = await panelPage(desk, 'sign-in');
    expect(await panel.getByTestId('panel').count()).toBe(0);
    await panel.getByTestId('sign-in-pin').press('Escape');
    await expect.poll(() => isPanelVisible(desk)).toBe(false);
  });

  it('lets the agent answer, and neither offers nor opens what is the owner’s', async () => {
    onTestFailed(() => console.log(desk.log()));
    await page.bringToFront();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('9999');
    await page.keyboard.press('Enter');
    await page.getByTestId('sign-in-problem').waitFor();
    await page.keyboard.type(agentsPin);
    await page.keyboard.press('Enter');
    await page.getByTestId('conversation-row').first().waitFor();
    await page.locator('[data-testid="conversation-row"][data-draft="silent"]').first().click();
    await expect.poll(() => page.getByTestId('composer-text').inputValue()).toBe('');
    await page.getByTestId('composer-text').fill('Words of the agent');
    await go(page, '/settings/portable');
    await page.getByTestId('settings-people').waitFor();
    expect(await sections()).toEqual(['settings-panel', 'settings-people', 'settings-appearance', 'settings-about']);
    expect(await page.getByTestId('portable').count()).toBe(0);
    await go(page, '/knowledge');
    await page.getByTestId('knowledge-row').first().click();
    await page.getByTestId('knowledge-editor').waitFor();
    expect(await page.getByTestId('knowledge-save').count()).toBe(0);
    expect(await page.getByTestId('knowledge-answer').isDisabled()).toBe(true);
    expect(await page.getByTestId('tab-sources').count()).toBe(0);
    await go(page, '/insights');
    await page.getByTestId('figure-acceptance').waitFor();
    await go(page, '/lessons');
    await page.getByTestId('lesson-list').waitFor();
    expect(await page.getByTestId('toast').count()).toBe(0);
  });

  it('gives the owner back their window, their words and who changed what', async () => {
    onTestFailed(() => console.log(desk.log()));
    await page.keyboard.press('Alt+l');
    await signIn(page, 'Ona', ownersPin);
    await page.getByTestId('conversation-row').first().waitFor();
    await page.locator('[data-testid="conversation-row"][data-draft="silent"]').first().click();
    await expect.poll(() => page.getByTestId('composer-text').inputValue()).toBe('Words of the owner');
    await go(page, '/settings/audit');
    const lines = page.getByTestId('audit-line');
    await expect.poll(() => lines.count()).toBeGreaterThan(5);
    const told = await page.getByTestId('audit-list').innerText();
    for (const words of ['wrong PIN', 'signed in', 'Abe · Agent', 'Ona']) expect(told).toContain(words);
    await page.getByTestId('audit-area').selectOption('people');
    await expect.poll(() => lines.count()).toBeLessThan(4);
  });
});
