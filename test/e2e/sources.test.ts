import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { docxOf, xlsxOf } from '../adapters/knowledge-source/documents/policy-office.ts';
import { pdfOf } from '../adapters/knowledge-source/documents/policy-pdf.ts';
import { englishPolicy } from '../adapters/knowledge-source/documents/policy.ts';
import { type Desk, launchDesk } from './support/launch.ts';

let desk: Desk;
let folder: string;

beforeAll(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'deskside-faqs-')), 'Old FAQs');
  await mkdir(folder);
  await write('shipping.csv', 'question,answer\nDo you ship to Peru?,Yes. Parcels to Peru take nine days.\n');
  await write('returns.md', '# Returns\n\n## Refunds to Peru\n\nA refund to Peru takes twelve days.\n');
  desk = await launchDesk();
  // The system's own window cannot be driven: it is answered as a person would.
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
});
afterAll(async () => {
  await desk.close();
  await rm(path.dirname(folder), { recursive: true, force: true });
});

const write = (name: string, words: string): Promise<void> => writeFile(path.join(folder, name), words);
const at = (name: string) => desk.page.getByTestId(name);
const counted = async (kind: string): Promise<string> =>
  (await at(`plan-filter-${kind}`).innerText()).split('\n')[0] ?? '';

/** A first-time owner, with a folder of old FAQs. */
describe('an owner who brings what they have', () => {
  it('chooses a folder and sees what it holds before anything is taken', async () => {
    onTestFailed(() => console.log(desk.log()));
    await desk.page.getByTestId('nav-knowledge').click();
    await at('tab-sources').click();
    await at('source-first-folder').click();
    await at('plan').waitFor({ timeout: 30_000 });
    expect(await counted('added')).toBe('2');
    expect(await at('plan-lines').innerText()).toContain('returns.md');
    await at('plan-take').click();
    await expect.poll(() => at('source').innerText(), { timeout: 20_000 }).toContain('2 entries');
  });

  it('finds it among the entries', async () => {
    await at('tab-entries').click();
    await at('knowledge-search').fill('Peru');
    await expect.poll(() => at('knowledge-row').count(), { timeout: 20_000 }).toBe(2);
  });

  it('reads it again, sees word by word what changed, and takes it with the keyboard', async () => {
    await write('shipping.csv', 'question,answer\nDo you ship to Peru?,Yes. Parcels to Peru take four days.\n');
    await rm(path.join(folder, 'returns.md'));
    await at('tab-sources').click();
    await at('source-read').click();
    await at('plan').waitFor({ timeout: 30_000 });
    expect([await counted('changed'), await counted('gone')]).toEqual(['1', '1']);
    const changed = desk.page.locator('[data-testid="plan-change"][data-change="changed"]');
    expect(await changed.locator('del').allInnerTexts()).toEqual(['nine']);
    expect(await changed.locator('ins').allInnerTexts()).toEqual(['four']);
    // The second line, what is gone, is left.
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Space');
    await desk.page.keyboard.press('Control+Enter');
    await expect.poll(() => at('source').innerText(), { timeout: 20_000 }).toContain('2 entries');
    await at('tab-entries').click();
    await at('knowledge-search').fill('four days');
    await expect.poll(() => at('knowledge-row').count(), { timeout: 20_000 }).toBe(1);
  });

  it('brings a policy as PDF, Word and Excel, each piece with its page and its headings', async () => {
    for (const { name, bytes } of [
      await pdfOf(englishPolicy),
      await docxOf(englishPolicy),
      await xlsxOf(englishPolicy),
    ])
      await writeFile(path.join(folder, name), bytes);
    await at('tab-sources').click();
    await at('source-read').click();
    await at('plan').waitFor({ timeout: 60_000 });
    expect(await desk.page.getByText('could not be read').count()).toBe(0);
    await at('plan-filter-added').click();
    await expect
      .poll(() => at('plan-lines').innerText(), { timeout: 20_000 })
      .toMatch(/ › .+[^]+policy\.\w+ · page \d+/);
    await at('plan-leave').click();
    await at('source-list').waitFor();
  });

  it('drops a file anywhere on Knowledge', async () => {
    await desk.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['# Gift cards\n\nGift cards to Peru never expire.\n'], 'gift-cards.md'));
      const target = document.querySelector('[data-testid="source-list"]');
      target?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await at('plan').waitFor({ timeout: 30_000 });
    expect(await counted('added')).toBe('1');
    await at('plan-take').click();
    await expect.poll(() => at('source').count(), { timeout: 20_000 }).toBe(2);
  });
});
