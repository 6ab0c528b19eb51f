import type { Page } from 'playwright-core';

/** More stops than any page of the desk has. */
const mostStops = 150;

/** Goes on by Tab to what a selector names: whoever has no pointer comes there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${selector}`);
}

/** Leaves the text, so that letters are commands again. */
export async function leaveText(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}
