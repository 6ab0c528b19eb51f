import type { Page } from 'playwright-core';
import type { Role } from '#shared/model/profile.ts';

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
  await addPerson(page, 'Abe', 'agent', agentsPin);
}

/** Adds somebody, on the page of the people. */
export async function addPerson(page: Page, name: string, role: Role, pin: string): Promise<void> {
  await page.getByTestId('person-add').click();
  await page.getByTestId('person-name').fill(name);
  await page.getByTestId(`person-role-${role}`).check();
  await page.getByTestId('person-pin-new').fill(pin);
  await page.keyboard.press('Enter');
  await page.getByTestId('person-form').waitFor({ state: 'detached' });
  await page.getByTestId('person').filter({ hasText: name }).waitFor();
}

/** Somebody else sits down at the desk. */
export async function changePerson(page: Page, name: string, pin: string): Promise<void> {
  // Out of any field, also of one that is gone.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+l');
  await page.getByTestId('sign-in').waitFor();
  await signIn(page, name, pin);
}

export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByTestId('sign-in-person').filter({ hasText: name }).click();
  await page.getByTestId('sign-in-pin').fill(pin);
  await page.keyboard.press('Enter');
  await page.getByTestId('nav-inbox').waitFor();
}
