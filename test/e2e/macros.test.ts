import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { type Desk, launchDesk } from './support/launch.ts';
import { writeMacros } from './support/macro-shots.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: '600000' } });
  await desk.page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
  await writeMacros(desk.page);
  await desk.page.evaluate(() => void (window.location.hash = '/inbox'));
});
afterAll(() => desk.close());

const composer = () => desk.page.getByTestId('composer-text');
const press = (key: string) => desk.page.keyboard.press(key);
const type = (text: string) => desk.page.keyboard.type(text);

describe('a macro', () => {
  it('is found by a slash, asks what it needs by keyboard alone, and is undone like typing', async () => {
    onTestFailed(() => console.log(desk.log()));
    await desk.page.locator('[data-testid="conversation-row"][data-draft="silent"]').first().click();
    await composer().waitFor();
    await expect.poll(() => composer().inputValue()).toBe('');
    await press('e');
    await type('One moment. ');
    await press('/');
    await desk.page.getByTestId('macro-search').waitFor();
    await type('late');
    await press('Enter');
    await desk.page.getByTestId('macro-form').waitFor();
    await type('5');
    await press('Enter');
    await expect.poll(() => composer().inputValue()).toContain('give it another 5 days, until [✎ Until when?]');
    expect(await composer().inputValue()).toMatch(/^One moment\. /);
    expect(await desk.page.getByTestId('send').getAttribute('aria-disabled')).toBe('true');
    await expect.poll(selected).toBe('[✎ Until when?]');
    await type('Friday');
    await press('Control+Enter');
    await expect.poll(selected).toBe('[✎ your name]');
    await type('Noor');
    await expect.poll(() => desk.page.getByTestId('send').getAttribute('aria-disabled')).toBe('false');
    for (let i = 0; i < 30 && (await composer().inputValue()).includes('parcel'); i++) await press('Control+z');
    expect(await composer().inputValue()).toBe('One moment. ');
  });

  it('leaves a slash that was meant as one', async () => {
    await composer().fill('');
    await composer().focus();
    await type('1 / 2 and/or ');
    expect(await composer().inputValue()).toBe('1 / 2 and/or ');
    await press('/');
    await desk.page.getByTestId('macro-search').waitFor();
    await press('Escape');
    expect(await composer().inputValue()).toBe('1 / 2 and/or /');
  });

  it('stacks, in the order they were chosen', async () => {
    await composer().fill('');
    await composer().focus();
    await press('Alt+i');
    await desk.page.getByTestId('macro-search').waitFor();
    await type('label');
    await press('Shift+Enter');
    await type('where');
    await press('Enter');
    const form = desk.page.getByTestId('macro-form');
    if (await form.isVisible({ timeout: 1_000 }).catch(() => false))
      await desk.page.getByTestId('macro-insert').click();
    await expect.poll(() => composer().inputValue()).toMatch(/return label.*\n\n.*It travels/s);
  });
});

function selected(): Promise<string> {
  return composer().evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
}
