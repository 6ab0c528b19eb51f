import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { docxOf } from '../../adapters/knowledge-source/documents/policy-office.ts';
import { englishPolicy } from '../../adapters/knowledge-source/documents/policy.ts';
import type { Desk } from './launch.ts';

type Shoot = (page: Page, name: string) => Promise<void>;

/** A folder of old FAQs that says some things otherwise than the sample store, and some things twice. */
const faq = `question,answer
How long does delivery to Norway take?,Parcels to Norway take 9 to 12 working days.
What is your shipping time to Norway?,It takes 9 to 12 working days until a parcel is in Norway.
Do you gift wrap?,"Yes, gift wrapping costs 4 EUR a parcel."
Is gift wrapping free?,"Gift wrapping costs 6 EUR a parcel."
How long can I return something?,You can return unopened goods within 30 days.
`;

/** Brings what every place of Knowledge has something to show for: a source that was taken, a plan, a set. */
export async function prepareKnowledge({ app, page }: Desk): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-shots-'));
  await writeFile(path.join(folder, 'old-faq.csv'), faq);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await go(page, '/knowledge/sources');
  await page.getByTestId('source-first-folder').click();
  await page.getByTestId('plan').waitFor({ timeout: 30_000 });
  await page.getByTestId('plan-take').click();
  await page.getByTestId('source').waitFor({ timeout: 30_000 });
  await writeFile(path.join(folder, 'old-faq.csv'), faq.replace('4 EUR', '5 EUR').replace('30 days', '14 days'));
  const policy = await docxOf(englishPolicy);
  await writeFile(path.join(folder, 'policy.docx'), policy.bytes);
  await page.getByTestId('source-read').click();
  await page.getByTestId('plan').waitFor({ timeout: 30_000 });
  await go(page, '/knowledge/sets');
  await page.getByTestId('set-add').first().click();
  await page.getByTestId('set-name').fill('11.11 sale');
  await page.getByTestId('set-save').click();
  await page.waitForTimeout(800);
  return () => rm(folder, { recursive: true, force: true });
}

/** Every place of Knowledge, in the theme or language that is set. */
export async function takeKnowledgeShots(page: Page, suffix: string, shoot: Shoot): Promise<void> {
  for (const place of ['sources', 'sets', 'health', 'missing'] as const) {
    await go(page, `/knowledge/${place}`);
    await page.waitForTimeout(1_200);
    await shoot(page, `knowledge-${place}-${suffix}`);
  }
  await go(page, '/knowledge/sources');
  await page.getByTestId('source-look').first().click();
  await page.getByTestId('plan').waitFor();
  await shoot(page, `knowledge-plan-${suffix}`);
  await go(page, '/knowledge/ask');
  await page.getByTestId('ask-text').fill('Do you wrap gifts, and how long does delivery to Norway take?');
  await page.getByTestId('ask-run').click();
  await page.getByTestId('ask-result').waitFor({ timeout: 30_000 });
  await shoot(page, `knowledge-ask-${suffix}`);
  await go(page, '/settings/portable');
  await shoot(page, `settings-portable-${suffix}`);
}

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place);
  await page.waitForTimeout(400);
}
