import type { Page } from 'playwright-core';
import { go } from './helpdesk-inbox.ts';

type Shoot = (page: Page, name: string) => Promise<void>;

/** A sheet is drawn from ten replies on. */
const repliesForStyle = 12;

/** A lead's decisions: one lesson is shared, one rule is set; the rest goes on waiting. */
export async function decideLessons(page: Page): Promise<void> {
  await go(page, '/lessons');
  await page.getByTestId('lesson-row').first().waitFor({ timeout: 30_000 });
  await page.getByTestId('lesson-row').last().click();
  await page.getByTestId('lesson-approve').click();
  await page.waitForTimeout(1_500);
  await go(page, '/lessons/rules');
  await page.getByTestId('rule-add').click();
  await page.getByTestId('rule-replies').fill('3');
  await page.getByTestId('rule-save').click();
  await page.getByTestId('rule').waitFor();
}

/** The desk of a lead, tab by tab. */
export async function takeLessonShots(page: Page, suffix: string, shoot: Shoot): Promise<void> {
  await go(page, '/lessons');
  await page.getByTestId('lesson-detail').waitFor();
  await page.waitForTimeout(500);
  await shoot(page, `lessons-${suffix}`);
  await page.getByTestId('lesson-amend').click();
  await shoot(page, `lessons-amend-${suffix}`);
  await page.keyboard.press('Escape');
  await page.getByTestId('lesson-replay').click();
  await page.getByTestId('replay').waitFor();
  await page.waitForTimeout(2_500);
  await shoot(page, `lessons-replay-${suffix}`);
  await page.keyboard.press('Escape');
  for (const section of ['shared', 'replies', 'rules', 'history']) {
    await go(page, `/lessons/${section}`);
    await page.waitForTimeout(700);
    await shoot(page, `lessons-${section}-${suffix}`);
  }
}

/** How a store's people write, once they have sent enough. */
export async function takeHouseStyleShots(
  page: Page,
  looks: ReadonlyArray<readonly [suffix: string, theme: string, language: string]>,
  prefer: (page: Page, preferences: { readonly theme: string; readonly language: string }) => Promise<void>,
  shoot: Shoot,
): Promise<void> {
  await prefer(page, { theme: 'light', language: 'en' });
  const ready = page.locator('[data-testid="conversation-row"][data-draft="ready"]', { hasText: 'EN' });
  for (let sent = 0; sent < repliesForStyle; sent += 1) {
    await go(page, '/inbox');
    await ready.first().click();
    await page.getByTestId('thread').waitFor();
    await page.waitForTimeout(600);
    await page.keyboard.press('a');
    await page.waitForTimeout(900);
  }
  for (const [suffix, theme, language] of looks) {
    await prefer(page, { theme, language });
    await go(page, '/settings/style');
    await page.getByTestId('house-style').waitFor();
    await page.waitForTimeout(700);
    await shoot(page, `house-style-${suffix}`);
  }
}
