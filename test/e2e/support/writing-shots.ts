import type { Page } from 'playwright-core';
import type { WritingModel } from '../../support/doubles/writing-model.ts';
import { go, openConversation } from './writing-desk.ts';

type Shoot = (page: Page, name: string) => Promise<void>;

/** What an agent writes by hand, with a price nobody knows of and a period that is another; and by whom it is asked. */
const doubtful: Readonly<Record<string, { readonly customer: string; readonly text: string; readonly steer: string }>> =
  {
    en: {
      customer: 'Annika',
      text: "Hello Annika,\n\nI'm sorry for the wait. Refunds leave within 45 working days, and we'll add a voucher of €12.50 for your trouble. You can't miss the mail.\n\nBest wishes,\nNoor",
      steer: 'Tell her that the parcel arrived on Tuesday.',
    },
    zh: {
      customer: '冯雪',
      text: '您好，\n\n请在 45 天内寄回，运费由我们承担，另外补偿您 120 元代金券。请放心。\n\n祝您喝茶愉快！',
      steer: '告诉她新颜色还没有定。',
    },
    ja: {
      customer: '藤井',
      text: 'お世話になっております。\n\n返品は45日以内にお送りください。送料は弊社が負担し、1,200円のクーポンをお送りいたします。少々お待ちください。\n\nどうぞよろしくお願いいたします。',
      steer: '窯元は現在確認中だと伝えてください。',
    },
  };

/** The composer with its marks and what asks before sending, the writing tools, and a model that writes. */
export async function takeWritingShots(page: Page, suffix: string, model: WritingModel, shoot: Shoot): Promise<void> {
  const { customer, text, steer } = doubtful[suffix] ?? doubtful['en']!;
  model.behave({});
  await openConversation(page, customer);
  const composer = page.getByTestId('composer-text');
  const drafted = await composer.inputValue();
  await composer.fill(text);
  await page.getByTestId('support').waitFor();
  await page.waitForTimeout(600);
  await shoot(page, `support-${suffix}`);
  await page.getByTestId('support-open').click();
  await shoot(page, `support-list-${suffix}`);
  await page.getByTestId('support-open').click();
  await page.getByTestId('send').click();
  await page.getByTestId('doubts').waitFor();
  await shoot(page, `doubts-${suffix}`);
  await page.getByTestId('look-at-doubts').click();
  await page.getByTestId('doubts').waitFor({ state: 'detached' });
  await page.getByTestId('writing-tools').click();
  await shoot(page, `tools-${suffix}`);
  await page.keyboard.press('3');
  await page.getByTestId('tool-accept').waitFor({ timeout: 20_000 });
  await shoot(page, `tool-diff-${suffix}`);
  await page.getByTestId('tool-leave').click();
  await composer.fill(drafted);
  model.behave({ holdsAfter: 6 });
  await page.getByTestId('steer').fill(steer);
  await shoot(page, `steer-${suffix}`);
  await page.getByTestId('word-draft').click();
  await page.getByTestId('writing-preview').waitFor();
  await page.waitForTimeout(500);
  await shoot(page, `writing-${suffix}`);
  model.behave({});
  model.release();
  await page.getByTestId('writing-preview').waitFor({ state: 'detached', timeout: 20_000 });
  await page.waitForTimeout(400);
  await shoot(page, `worded-${suffix}`);
  model.behave({ status: 401 });
  await page.getByTestId('steer').fill('');
  await page.getByTestId('word-draft').click();
  await page.getByTestId('writing-problem').waitFor({ timeout: 20_000 });
  await shoot(page, `writing-problem-${suffix}`);
  model.behave({});
  await page.getByTestId('redraft').click();
  await page.waitForTimeout(800);
  await takeModelShots(page, suffix, shoot);
}

/** The settings of language models, with what was asked, and one line of it in full. */
async function takeModelShots(page: Page, suffix: string, shoot: Shoot): Promise<void> {
  await go(page, '/settings/models');
  const ledger = page.getByTestId('ledger');
  await shoot(page, `models-${suffix}`);
  await ledger.locator('input[type=checkbox]').check();
  await page.getByTestId('ledger-line').first().waitFor();
  await ledger.scrollIntoViewIfNeeded();
  await ledger.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await shoot(page, `ledger-${suffix}`);
  await page.getByTestId('ledger-line').last().click();
  await page.waitForTimeout(300);
  await shoot(page, `ledger-line-${suffix}`);
  await page.keyboard.press('Escape');
  await page.getByTestId('model-connect').click();
  await page.getByTestId('model-form').waitFor();
  await shoot(page, `model-form-${suffix}`);
  await page.keyboard.press('Escape');
}
