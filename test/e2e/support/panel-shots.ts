import type { Page } from 'playwright-core';
import type { Desk } from './launch.ts';
import { copyElsewhere, panelPage, summonPanel } from './side-panel.ts';

type Shoot = (page: Page, name: string) => Promise<void>;

/** Pictures of the side panel: how it is used, a draft, a silence, a copied reply, both themes, Chinese and Japanese. */
export async function takePanelShots(desk: Desk, shoot: Shoot): Promise<void> {
  await desk.page.evaluate(() => (window.location.hash = '/inbox'));
  await prefer(desk.page, { theme: 'light', language: 'en' });
  await desk.page.getByTestId('panel-open').click();
  await shoot(await panelPage(desk), 'panel-start-light');
  const kiln =
    'Hi! Kiln No. 4 has been sold out for months. Do you know when it comes back? And do you ship to Norway?';
  const panel = await bring(desk, kiln);
  await name(panel, 'Etsy · Nadia');
  await shoot(panel, 'panel-light');
  await panel.getByTestId('macros-open').click();
  await panel.getByTestId('macro-search').waitFor();
  await shoot(panel, 'panel-macros-light');
  await panel.keyboard.press('Escape');
  await prefer(desk.page, { theme: 'dark', language: 'en' });
  await shoot(panel, 'panel-dark');
  await bring(desk, 'When is Kiln No. 4 back? Do you also repair bicycles?');
  await shoot(panel, 'panel-gap-dark');
  await bring(
    desk,
    'morning - black screen then "E3" flashing then nothing, three beeps each time i set it down. any ideas?',
  );
  await shoot(panel, 'panel-silence-dark');
  await prefer(desk.page, { theme: 'light', language: 'en' });
  await shoot(panel, 'panel-silence-light');
  const reply = panel.getByTestId('composer-text');
  await reply.fill(
    'E3 means that a drop of water has got between kettle and base. Wipe the ring and the contact dry, and wait 15 minutes.',
  );
  await reply.press('Enter');
  // No source names the minutes: the panel asks once.
  const copied = panel.getByTestId('panel-copied');
  const doubted = panel.getByTestId('send-doubted');
  await copied.or(doubted).waitFor({ timeout: 20_000 });
  if (await doubted.isVisible()) await doubted.click();
  await copied.waitFor({ timeout: 20_000 });
  await shoot(panel, 'panel-copied-light');
  await prefer(desk.page, { theme: 'light', language: 'zh' });
  await bring(desk, '您好，下单了一套杯子寄到杭州，清关要收件人身份证，请问具体发到哪里？');
  await name(panel, '淘宝 · 小王');
  await shoot(panel, 'panel-zh');
  await prefer(desk.page, { theme: 'dark', language: 'ja' });
  await bring(desk, '今日頼んだら日本だと何日で着きますか？母の誕生日に間に合わせたくて💦');
  await shoot(panel, 'panel-ja');
  await panel.getByRole('button', { name: '設定' }).click();
  await shoot(panel, 'panel-settings-ja');
  await panel.getByRole('button', { name: '設定' }).click();
}

/** The panel follows what is preferred in the main window. */
async function prefer(page: Page, preferences: { readonly theme: string; readonly language: string }): Promise<void> {
  await page.evaluate((text) => window.localStorage.setItem('deskside.preferences', text), JSON.stringify(preferences));
  await page.waitForTimeout(400);
}

async function bring(desk: Desk, text: string): Promise<Page> {
  await copyElsewhere(desk, text);
  await summonPanel(desk);
  const panel = await panelPage(desk);
  await panel
    .getByTestId('panel-message')
    .last()
    .filter({ hasText: text.slice(0, 20) })
    .waitFor({ timeout: 20_000 });
  await panel.waitForTimeout(1_500);
  return panel;
}

async function name(panel: Page, label: string): Promise<void> {
  await panel.getByTestId('panel-label').fill(label);
  await panel.getByTestId('panel-label').press('Enter');
  await panel.waitForTimeout(600);
}
