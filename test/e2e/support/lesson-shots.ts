import type { Page } from 'playwright-core';
import { go } from './helpdesk-inbox.ts';

type Shoot = (page: Page, name: string) => Promise<void>;

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

/** The desk of a lead, tab by tab, and how a store's people write. */
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
  await go(page, '/settings/style');
  await page.waitForTimeout(700);
  await shoot(page, `house-style-${suffix}`);
}
