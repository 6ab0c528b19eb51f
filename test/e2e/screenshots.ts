import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../build/electron/folders.ts';
import { startWritingModel } from '../support/doubles/writing-model.ts';
import { type Desk, launchDesk } from './support/launch.ts';
import { takeHelpdeskShots } from './support/helpdesk-shots.ts';
import { prepareKnowledge, takeKnowledgeShots } from './support/knowledge-shots.ts';
import { decideLessons, takeHouseStyleShots, takeLessonShots } from './support/lesson-shots.ts';
import { takeMacroShots, writeMacros } from './support/macro-shots.ts';
import { takePanelShots } from './support/panel-shots.ts';
import { connectModel } from './support/writing-desk.ts';
import { takeWritingShots } from './support/writing-shots.ts';
import { takePeopleShots } from './support/people-shots.ts';

/*
 * npm run screenshots: every screen of the real app, light and dark, the inbox in Chinese and Japanese, and the side
 * panel, to out/screenshots/.
 */
const folder = path.join(projectRoot, 'out', 'screenshots');
const size = { width: 1440, height: 900 };
/** What the replies say otherwise than their drafts. */
const otherwise: Readonly<Record<string, readonly [said: string, meant: string]>> = {
  Nadia: ['about every 10 weeks', 'about every 16 weeks, as the potter is having the kiln relined'],
  Miriam: ['up to 3 months', 'up to 4 months'],
};
const writingLooks = [
  ['light', 'light', 'en'],
  ['dark', 'dark', 'en'],
  ['zh', 'light', 'zh'],
  ['ja', 'dark', 'ja'],
] as const;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: '600000' } });
try {
  await prepare(desk);
  const tidy = await prepareKnowledge(desk);
  await prefer(desk.page, { theme: 'light', language: 'en' });
  await writeMacros(desk.page);
  await decideLessons(desk.page);
  for (const theme of ['light', 'dark'] as const) {
    await prefer(desk.page, { theme, language: 'en' });
    await takeAll(desk.page, theme);
    await takeKnowledgeShots(desk.page, theme, shoot);
    await openConversation(desk.page, 'Curtis');
    await takeMacroShots(desk.page, theme, shoot);
    await takeStyleShot(desk.page, theme);
    await takeLessonShots(desk.page, theme, shoot);
  }
  for (const language of ['zh', 'ja'] as const) {
    await prefer(desk.page, { theme: 'light', language });
    await openConversation(desk.page, language === 'zh' ? '林' : '藤井');
    await shoot(desk.page, `inbox-${language}`);
    await go(desk.page, '/insights');
    await shoot(desk.page, `insights-${language}`);
    for (const section of ['drafting', 'search', 'models']) {
      await go(desk.page, `/settings/${section}`);
      await shoot(desk.page, `settings-${section}-${language}`);
    }
    await takeKnowledgeShots(desk.page, language, shoot);
    await openConversation(desk.page, language === 'zh' ? '林' : '藤井');
    await takeMacroShots(desk.page, language, shoot);
    await takeStyleShot(desk.page, language);
    await takeLessonShots(desk.page, language, shoot);
  }
  await takePanelShots(desk, shoot);
  await takeWriting(desk.page);
  await tidy();
  await takeHouseStyleShots(desk.page, writingLooks, prefer, shoot);
} finally {
  await desk.close();
}
await takeHelpdeskShots(size, shoot);
await takePeopleShots(size, shoot);

async function prepare({ app, page }: Desk): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height),
    size,
  );
  await page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
  // A few replies, so that lessons and insights have something to show.
  for (const name of ['Nadia', 'Lou', 'Sofie', 'Miriam']) {
    await openConversation(page, name);
    const composer = page.getByTestId('composer-text');
    if ((await composer.inputValue()).length < 20) continue;
    await composer.focus();
    const [said, meant] = otherwise[name] ?? [];
    if (said !== undefined && meant !== undefined)
      await composer.fill((await composer.inputValue()).replace(said, meant));
    await page.keyboard.press('Control+Enter');
    // The entry says another number: the desk asks once.
    if (said !== undefined) await page.getByTestId('send-doubted').click();
    await page.waitForTimeout(1_200);
  }
}

async function takeAll(page: Page, theme: string): Promise<void> {
  await openConversation(page, 'Curtis');
  await shoot(page, `inbox-${theme}`);
  await openConversation(page, 'Isla');
  await shoot(page, `silence-${theme}`);
  await openConversation(page, '藤井');
  await shoot(page, `japanese-${theme}`);
  for (const [place, name] of [
    ['/knowledge', 'knowledge'],
    ['/insights', 'insights'],
    ['/settings/stores', 'settings-store'],
    ['/settings/inboxes', 'settings-inboxes'],
    ['/settings/drafting', 'settings-drafting'],
    ['/settings/search', 'settings-search'],
    ['/settings/models', 'settings-models'],
    ['/settings/panel', 'settings-panel'],
    ['/settings/about', 'settings-about'],
  ] as const) {
    await go(page, place);
    await shoot(page, `${name}-${theme}`);
  }
  await go(page, '/knowledge');
  await page.getByTestId('knowledge-row').first().click();
  await page.getByTestId('knowledge-editor').waitFor();
  await shoot(page, `knowledge-entry-${theme}`);
  await go(page, '/settings/inboxes');
  await page.getByTestId('inbox-add').click();
  await page.getByTestId('connect-inbox').waitFor();
  await shoot(page, `connect-inbox-${theme}`);
  await page.getByTestId('connect-imap').click();
  await page.getByTestId('inbox-form').waitFor();
  await shoot(page, `inbox-form-${theme}`);
  await page.keyboard.press('Escape');
  await go(page, '/inbox');
  await page.keyboard.press('?');
  await shoot(page, `shortcuts-${theme}`);
  await page.keyboard.press('Escape');
}

/** With a language model, which all the other pictures go without. */
async function takeWriting(page: Page): Promise<void> {
  const model = await startWritingModel();
  try {
    await prefer(page, { theme: 'light', language: 'en' });
    await connectModel(page, model.origin);
    for (const [suffix, theme, language] of writingLooks) {
      await prefer(page, { theme, language });
      await takeWritingShots(page, suffix, model, shoot);
    }
  } finally {
    await model.stop();
  }
}

/** How the store speaks Japanese in a chat. */
async function takeStyleShot(page: Page, suffix: string): Promise<void> {
  await go(page, '/settings/stores');
  await page.getByTestId('store-form').getByRole('tab').nth(2).click();
  await page.getByTestId('store-place').selectOption('chat');
  await shoot(page, `settings-style-${suffix}`);
}

async function openConversation(page: Page, name: string): Promise<void> {
  await go(page, '/inbox');
  await page.getByTestId('conversation-search').fill(name);
  await page.locator('[data-testid="conversation-row"]', { hasText: name }).first().click();
  await page.getByTestId('thread').waitFor();
  await page.getByTestId('conversation-search').fill('');
  await page.waitForTimeout(500);
}

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place);
  await page.waitForTimeout(400);
}

/** Sets the window's own preferences and loads it anew. */
async function prefer(page: Page, preferences: { readonly theme: string; readonly language: string }): Promise<void> {
  await page.evaluate((text) => window.localStorage.setItem('deskside.preferences', text), JSON.stringify(preferences));
  await page.reload();
  await page.getByTestId('nav-inbox').waitFor({ timeout: 30_000 });
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`out/screenshots/${name}.png`);
}
