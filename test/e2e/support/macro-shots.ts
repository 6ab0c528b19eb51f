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
    if (shortcut === 'label') {
      // Its second version carries a file.
      await page.getByTestId('attach-input').setInputFiles(file);
      await page.getByTestId('file-chip').waitFor();
      await page.getByTestId('macro-body').fill(`${body} Please print it and stick it on the box.`);
      await page.getByTestId('macro-save').click();
      await page.waitForTimeout(400);
    }
    await go(page, '/knowledge/macros');
  }
}

const file = { name: 'Return form 返品.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(184_000, 7) };

/** The reply of the conversation that is open, with files; they are taken off again. */
async function takeFileShot(page: Page, suffix: string, shoot: Shoot): Promise<void> {
  const photo = { name: 'How the lid sits, seen from above – second try.jpg', mimeType: 'image/jpeg' };
  await page.getByTestId('attach-input').setInputFiles([file, { ...photo, buffer: Buffer.alloc(2_400_000, 9) }]);
  await page.getByTestId('file-chip').nth(1).waitFor();
  await page.getByTestId('composer-text').focus();
  await shoot(page, `files-${suffix}`);
  for (const left of [1, 0]) {
    await page.getByTestId('file-remove').first().click();
    await page.getByTestId('file-chip').nth(left).waitFor({ state: 'detached' });
  }
}

/** The list, the editor with a mistake in it, and the picker of the conversation that is open, with what it asks. */
export async function takeMacroShots(page: Page, suffix: string, shoot: Shoot): Promise<void> {
  await takeFileShot(page, suffix, shoot);
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
  await page.getByTestId('macro-row').filter({ hasText: 'Return label' }).click();
  await page.getByTestId('macro-history-open').click();
  await page.getByTestId('macro-version').first().waitFor();
  await page.getByTestId('macro-version').last().scrollIntoViewIfNeeded();
  await shoot(page, `macro-history-${suffix}`);
}

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place);
  await page.waitForTimeout(400);
}
