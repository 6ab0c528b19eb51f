import type { Page } from 'playwright-core';

export const ownersPin = '2468';
export const agentsPin = '1357';

/** The owner names themselves, sets a PIN and adds an agent. */
export async function shareDesk(page: Page): Promise<void> {
  await page.evaluate(() => void (window.location.hash = '/settings/people'));
  await page.getByTestId('own-name').fill('Ona');
  await page.getByTestId('own-name-save').click();
  await page.getByTestId('person').getByText('Ona').waitFor();
  await page.getByTestId('person-pin').click();
  await page.getByTestId('person-pin-new').fill(ownersPin);
  await page.getByTestId('person-pin-again').fill(ownersPin);
  await page.keyboard.press('Enter');
  await page.getByTestId('profile-menu').waitFor();
  await page.getByTestId('person-add').click();
  await page.getByTestId('person-name').fill('Abe');
  await page.getByTestId('person-pin-new').fill(agentsPin);
  await page.keyboard.press('Enter');
  await page.getByTestId('person-form').waitFor({ state: 'detached' });
  await page.getByTestId('person').nth(1).waitFor();
}

export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByTestId('sign-in-person').filter({ hasText: name }).click();
  await page.getByTestId('sign-in-pin').fill(pin);
  await page.keyboard.press('Enter');
  await page.getByTestId('nav-inbox').waitFor();
}
