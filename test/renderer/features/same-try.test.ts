import { expect, it } from 'vitest';
import { isSameTry } from '../../../src/renderer/src/features/settings/same-try.ts';

const settings = { kind: 'imap', imap: { host: 'mail.example.com', port: 993 } };

it('bug: a corrected field still shows the report of the wrong one', () => {
  const tested = { inboxId: null, settings, secret: 'wrong' };
  expect(isSameTry(tested, { settings: structuredClone(settings), secret: 'wrong' })).toBe(true);
  expect(isSameTry(tested, { settings, secret: 'right' })).toBe(false);
  expect(isSameTry(tested, { settings: { ...settings, imap: { ...settings.imap, port: 143 } }, secret: 'wrong' })).toBe(
    false,
  );
  expect(isSameTry(undefined, { settings, secret: null })).toBe(false);
});
