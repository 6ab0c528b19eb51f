import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import { maskTexts } from '#core/privacy/mask-texts.ts';
import { markedMessages, precisionOf, recallOf, scoresOf, totalOf } from '#test/bench/privacy-score.ts';
import { knownOf } from './known.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'resources', 'privacy');

describe.each(['zh', 'ja', 'en'])('what customers write in %s', (language) => {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${language}.`));
  const texts = files.flatMap((name) => markedMessages(path.join(folder, name)));
  const scores = scoresOf(texts, (text) => findPersonalData(text, knownOf({})));

  test('bug: an address, a number or a mail address leaves the desk', () => {
    const { missed, ...total } = totalOf(scores, ['names']);
    expect(recallOf({ ...total, missed }), missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('bug: prices, sizes, dates and models are masked, and the model cannot answer', () => {
    const { needless, ...total } = totalOf(scores, ['names']);
    expect(precisionOf({ ...total, needless }), needless.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  test('bug: a name that its words tell to be one leaves the desk', () => {
    const names = scores.get('names');
    expect(names && recallOf(names), names?.missed.join('\n')).toBeGreaterThanOrEqual(0.85);
    expect(names && precisionOf(names), names?.needless.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  test('bug: what was masked does not come back as it was', () => {
    const masked = maskTexts(
      texts.map(({ text }) => text),
      knownOf({}),
    );
    expect(masked.texts.map((text) => masked.unmask(text).text)).toEqual(texts.map(({ text }) => text));
  });
});
