import { describe, expect, it } from 'vitest';
import { plainSettings } from '#shared/model/store.ts';
import { emptyMailbox, presetFor, withPreset } from '../../../src/renderer/src/features/settings/mail-presets.ts';
import { replyFrame } from '../../../src/renderer/src/features/settings/reply-frame.ts';

describe('mail presets', () => {
  it('knows the servers of large providers and guesses those of a shop’s own domain', () => {
    expect(presetFor('a@gmail.com')?.imap.host).toBe('imap.gmail.com');
    expect(presetFor('help@shop.example')?.smtp.host).toBe('smtp.shop.example');
    expect(presetFor('half@typed')).toBeNull();
    expect(presetFor('a@constructor')).toBeNull();
  });

  it('fills servers and user while an address is typed, letter by letter', () => {
    const address = 'help@shop.example';
    let settings = emptyMailbox;
    for (let length = 1; length <= address.length; length += 1)
      settings = withPreset(settings, address.slice(0, length));
    expect(settings.imap).toMatchObject({ host: 'imap.shop.example', user: address });
    expect(settings.smtp).toMatchObject({ host: 'smtp.shop.example', user: address });
  });

  it('leaves a server and a user that were entered by hand', () => {
    const typed = withPreset(emptyMailbox, 'help@shop.example');
    const own = { ...typed, imap: { ...typed.imap, host: 'mail.own.example', user: 'shop17' } };
    const after = withPreset(own, 'help@other.example');
    expect(after.imap).toMatchObject({ host: 'mail.own.example', user: 'shop17' });
    expect(after.smtp.host).toBe('smtp.other.example');
  });
});

it('previews a reply without blank paragraphs where a phrase is left out', () => {
  const settings = { ...plainSettings, name: 'Shop', closing: { en: '', zh: '', ja: '' } };
  expect(replyFrame(settings, { language: 'en', place: null }, 'Ada', 'Yes.')).toBe('Hello Ada,\n\nYes.');
  expect(replyFrame(settings, { language: 'en', place: null }, '', 'Yes.')).toBe('Hello,\n\nYes.');
});
