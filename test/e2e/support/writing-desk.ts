import type { Page } from 'playwright-core';

/** Connects a model that speaks as OpenAI-compatible servers do, and names it for every task of the store. */
export async function connectModel(page: Page, origin: string, name = 'Shop model'): Promise<void> {
  await go(page, '/settings/models');
  await page.getByTestId('model-connect').click();
  const form = page.getByTestId('model-form');
  await form.locator('select').first().selectOption('compatible');
  await page.getByTestId('model-name').fill(name);
  await page.getByTestId('model-baseUrl').fill(`${origin}/v1`);
  await page.getByTestId('model-model').fill('m-1');
  await page.getByTestId('model-inputPrice').fill('0.4');
  await page.getByTestId('model-outputPrice').fill('1.6');
  await page.getByTestId('model-save').click();
  await form.waitFor({ state: 'detached' });
  for (const task of ['draft', 'rewrite', 'translate', 'summarise'])
    await page.getByTestId(`chain-${task}`).locator('select').selectOption({ label: name });
  await page.getByTestId('store-writing-save').click();
  await page.getByTestId('writing-changes').waitFor();
}

export async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place);
  await page.waitForTimeout(400);
}

/** Opens the conversation of a customer. */
export async function openConversation(page: Page, name: string): Promise<void> {
  await go(page, '/inbox');
  await page.getByTestId('conversation-search').fill(name);
  const row = page.locator('[data-testid="conversation-row"]', { hasText: name }).first();
  await row.click();
  await page.getByTestId('thread').getByText(name).first().waitFor();
  await page.getByTestId('conversation-search').fill('');
  await page.waitForTimeout(300);
}
