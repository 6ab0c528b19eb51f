import type { Page } from 'playwright-core';

type Shoot = (page: Page, name: string) => Promise<void>;

const written = [
  {
    name: 'Late parcel',
    shortcut: 'late',
    body: 'Hi {{customer.first_name | default: there}},\n\nyour parcel is delayed. Please give it another {{ask: How many days? | number}} days, until {{ask: Until when? | date}}.\n\nKind regards,\n{{agent.name}}',
  },
  {
    name: 'Where the order is',
    shortcut: 'where',
    body: 'Your order {{order.number}} is {{order.status}}. It travels with {{fulfilment.carrier}}: {{fulfilment.tracking_link}}',
  },
  {
    name: 'Return label',
    shortcut: 'label',
    body: 'The return label for {{order.number}} follows in a mail of its own.',
  },
];

/** Writes a few macros. */
export async function writeMacros(page: Page): Promise<void> {
  for (const { name, shortcut, body } of written) {
    await go(page, '/knowledge/macros/new');
    await page.getByTestId('macro-name').fill(name);
    await page.getByTestId('macro-shortcut').fill(shortcut);
    await page.getByTestId('macro-body').fill(body);
    await page.getByTestId('macro-save').click();
    await page.waitForTimeout(400);
    await go(page, '/knowledge/macros');
  }
}

/** The list, the editor with a mistake in it, and the picker of the conversation that is open, with what it asks. */
export async function takeMacroShots(page: Page, suffix: string, shoot: Shoot): Promise<void> {
  await page.getByTestId('macros-open').click();
  await page.getByTestId('macro-search').waitFor();
  await shoot(page, `macro-picker-${suffix}`);
  await page.getByTestId('macro-search').fill('late');
  await page.keyboard.press('Enter');
  await page.getByTestId('macro-form').waitFor();
  await shoot(page, `macro-form-${suffix}`);
  await page.keyboard.press('Escape');
  await go(page, '/knowledge/macros');
  await page.getByTestId('macro-row').first().click();
  await page.getByTestId('macro-editor').waitFor();
  const body = page.getByTestId('macro-body');
  const before = await body.inputValue();
  await body.fill(`${before}\n{{customer.firstname}}`);
  await page.locator('details summary').first().click();
  await shoot(page, `macros-${suffix}`);
}

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place);
  await page.waitForTimeout(400);
}
