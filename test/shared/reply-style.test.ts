import { expect, test } from 'vitest';
import { composedSentences, joinedText } from '#core/drafting/compose-text.ts';
import { phrasesFor } from '#core/drafting/chat-phrases.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Channel, Message } from '#shared/model/conversation.ts';
import { StoreSettings } from '#shared/model/store.ts';
import { everyClosing, everyGreeting, greetedName } from '#shared/reply-style.ts';
import { lineOf, recordOf } from '#core/portable/records.ts';
import { deskSettings } from '#test/support/core-desk.ts';

const spoken = { role: 'agent', automatic: null } as Message;

function reply(
  settings: Partial<StoreSettings>,
  language: ReplyLanguage,
  customerName: string,
  channel: Channel | null = 'email',
  messages: readonly Message[] = [],
): string {
  const at = phrasesFor({ ...deskSettings, ...settings }, channel, messages);
  return joinedText(composedSentences({ settings: at, language, customerName, asks: [], evidence: [] }));
}

test('bug: settings of before speak otherwise than they did', () => {
  expect(StoreSettings.parse(deskSettings)).toEqual(deskSettings);
  expect(reply({}, 'en', 'Marta Lindqvist')).toBe('Hello Marta,\n\nHappy brewing!\nThe Kettle Shop of Leeds');
  expect(reply({}, 'ja', '佐藤 花子')).toContain('佐藤 花子 様\n\nお問い合わせありがとうございます。');
  expect(reply({}, 'en', 'Marta', 'chat')).toBe('Hello Marta,');
  expect(reply({}, 'en', 'Marta', 'chat', [spoken])).toBe('');
  expect(reply({}, 'en', 'Marta', null)).toContain('Happy brewing!');
});

test('bug: what one channel and language words is said in all of them, or not at all', () => {
  const styles: StoreSettings['styles'] = {
    mail: { greeting: { en: 'Dear {name},' }, signature: { en: '' } },
    chat: { greeting: { en: 'Hey {name}!' }, closing: { en: 'Cheers' } },
    messenger: { closing: { zh: '回见' } },
  };
  expect(reply({ styles }, 'en', 'Marta')).toBe('Dear Marta,\n\nHappy brewing!');
  expect(reply({ styles }, 'en', 'Marta', 'chat')).toBe('Hey Marta!\n\nCheers');
  expect(reply({ styles }, 'en', 'Marta', 'whatsapp')).toBe('Hello Marta,\n\nHappy brewing!\nThe Kettle Shop of Leeds');
  expect(reply({ styles }, 'zh', '林小姐', 'line')).toBe('林小姐您好，\n\n回见\n水壶店');
  expect(reply({ styles }, 'zh', '林小姐')).toContain('祝您喝茶愉快');
});

test('bug: the form of address is not the one that was chosen', () => {
  expect(reply({ address: { en: 'full' } }, 'en', 'Marta Lindqvist')).toContain('Hello Marta Lindqvist,');
  expect(reply({ address: { en: 'none' } }, 'en', 'Marta Lindqvist')).toContain('Hello,\n');
  expect(reply({ address: { zh: 'ni' } }, 'zh', '林小姐')).toBe('林小姐你好，\n\n祝你喝茶愉快！\n水壶店');
  expect(reply({ address: { ja: 'san' } }, 'ja', '佐藤')).toContain('佐藤さん\n\n');
  expect(reply({ address: { ja: 'sama' } }, 'ja', '佐藤さん')).toContain('佐藤 様\n\n');
  const styles: StoreSettings['styles'] = { chat: { address: { zh: 'ni' } } };
  expect(reply({ styles }, 'zh', '林小姐', 'chat')).toBe('林小姐你好，');
  expect(reply({ styles }, 'zh', '林小姐')).toContain('您好');
});

test('bug: 你们 becomes no word, or a title is guessed from a name', () => {
  const greeting = { ...deskSettings.greeting, zh: '{name}你好，你们的订单' };
  expect(reply({ greeting, address: { zh: 'nin' } }, 'zh', '王小明')).toContain('王小明您好，你们的订单');
  expect(greetedName(null, 'ja', '佐藤')).toBe('佐藤 様');
  expect(greetedName({ ja: 'san' }, 'ja', '佐藤様')).toBe('佐藤さん');
  expect(greetedName({ zh: 'nin' }, 'zh', '王小明')).toBe('王小明');
});

test('bug: a greeting that only a chat has is learned as an answer', () => {
  const styles: StoreSettings['styles'] = { chat: { greeting: { en: 'Hey {name}!' }, closing: { en: 'Cheers' } } };
  expect(everyGreeting({ ...deskSettings, styles })).toEqual(expect.arrayContaining(['Hey {name}!', 'Hello {name},']));
  expect(everyClosing({ ...deskSettings, styles })).toEqual(expect.arrayContaining(['Cheers', 'Happy brewing!']));
});

test('bug: an export loses the forms of address, or one of before cannot be read any more', () => {
  const id = '0190a0a0-0000-7000-8000-000000000001';
  const row = { type: 'storeVersion' as const, id, originDesk: id, createdAt: 1, number: 1, storeId: id };
  const styles: StoreSettings['styles'] = { chat: { greeting: { ja: 'どうも' }, address: { ja: 'san' } } };
  for (const settings of [deskSettings, { ...deskSettings, address: { zh: 'ni' as const }, styles }]) {
    expect(recordOf(lineOf({ ...row, settings }))).toMatchObject({ settings });
  }
});
