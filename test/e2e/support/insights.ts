import type { Page } from 'playwright-core';

const columns = { answered: 0, edited: 2 } as const;

/** A count of the whole time that the insights show, added up over the rows of its course. */
export async function countShown(page: Page, column: keyof typeof columns): Promise<number> {
  const asTable = page.getByTestId('insights-as-table');
  await asTable.waitFor({ timeout: 20_000 });
  if ((await asTable.getAttribute('aria-pressed')) !== 'true') await asTable.click();
  const rows = await page.getByRole('table').first().locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('td').nth(columns[column]).innerText()));
  return cells.reduce((sum, text) => sum + (Number.parseInt(text, 10) || 0), 0);
}
