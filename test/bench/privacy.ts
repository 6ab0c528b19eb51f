import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import { maskTexts } from '#core/privacy/mask-texts.ts';
import type { KnownPersonalData } from '#core/privacy/personal-data.ts';
import { markedMessages, precisionOf, recallOf, scoresOf, totalOf } from './privacy-score.ts';
import type { MarkedText, Score } from './privacy-score.ts';

const usage = `node test/bench/privacy.ts [--sets FOLDER] [--errors] [--only NAME] [--half]
Measures what is masked of personal data before a text leaves the desk, without anything known of the customer.
  recall      marked values of which nine tenths of the letters and digits are masked, under whatever kind
  precision   masked spans of which half of the letters and digits are marked as personal (the town of an address too)
  --sets      folder with pii_presidio and pii_formats (default: ../shared/data); what lacks is left out and told
  --errors    what was missed and what was masked needlessly
  --only      sets with this in their name: zh, ja, en, presidio, formats
  --half      of pii_presidio only the half that was looked at while building`;

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: path.join('..', 'shared', 'data') },
    errors: { type: 'boolean', default: false },
    only: { type: 'string' },
    half: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const nothing: KnownPersonalData = {
  names: [],
  addresses: [],
  phones: [],
  emails: [],
  orderNumbers: [],
  trackingNumbers: [],
};
const own = path.join('test', 'resources', 'privacy');
const find = (text: string): ReturnType<typeof findPersonalData> => findPersonalData(text, nothing);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const isWanted = (name: string): boolean => values.only === undefined || name.includes(values.only);

function printScores(name: string, texts: readonly MarkedText[], leftOut: readonly string[]): void {
  const scores = scoresOf(texts, find);
  console.log(`\n${name}: ${texts.length} texts`);
  const rows = [...scores, [`all but ${leftOut.join(', ')}`, totalOf(scores, leftOut)] as const];
  for (const [group, score] of rows)
    if (score.marked + score.found > 0)
      console.log(
        `  ${group.padEnd(24)} recall ${percent(recallOf(score)).padStart(7)} (${score.masked}/${score.marked})` +
          `  precision ${percent(precisionOf(score)).padStart(7)} (${score.right}/${score.found})`,
      );
  printRoundTrip(texts.map(({ text }) => text));
  if (values.errors) for (const [group, score] of scores) printErrors(group, score);
}

function printErrors(group: string, { missed, needless }: Score): void {
  for (const one of missed) console.log(`    missed ${group}: ${one}`);
  for (const one of needless) console.log(`    needless ${group}: ${one}`);
}

function printRoundTrip(texts: readonly string[]): void {
  let exact = 0;
  for (const text of texts) {
    const masked = maskTexts([text], nothing);
    if (masked.unmask(masked.texts[0] ?? '').text === text) exact++;
  }
  const together = maskTexts(texts, nothing);
  const isExact = together.texts.every((text, i) => together.unmask(text).text === texts[i]);
  console.log(`  round trip exact: ${exact} of ${texts.length} one by one, all in one call: ${isExact ? 'yes' : 'no'}`);
}

const writing = {
  before: 'written before building',
  after: 'written after building',
  third: 'written after the errors of these were mended',
};
for (const language of ['zh', 'ja', 'en'])
  for (const half of ['before', 'after', 'third'] as const) {
    const file = path.join(own, `${language}.${half}.txt`);
    if (isWanted(`${language}.${half}`) && existsSync(file))
      printScores(`own ${language}, ${writing[half]}`, markedMessages(file), ['names']);
  }

type PresidioLine = { text: string; spans: Array<{ type: string; start: number; end: number }> };
const presidio = path.join(values.sets, 'pii_presidio', 'pii.jsonl');
if (!existsSync(presidio)) console.error(`pii_presidio: left out, ${presidio} is not there`);
else if (isWanted('presidio')) {
  const texts = linesOf<PresidioLine>(presidio).map(({ text, spans }) => ({
    text,
    spans: spans.map(({ type, start, end }) => ({ kind: type, start, end })),
  }));
  const isSeen = (_: MarkedText, i: number): boolean => i % 2 === 0;
  if (values.half) printScores('pii_presidio, the half looked at', texts.filter(isSeen), ['names']);
  else printScores('pii_presidio', texts, ['names']);
  if (!values.half && !values.errors)
    printScores(
      'pii_presidio, the half not looked at',
      texts.filter((one, i) => !isSeen(one, i)),
      ['names'],
    );
}

type Format = { kind: string; locale?: string; value: string; valid: boolean };
const formats = path.join(values.sets, 'pii_formats', 'cases.jsonl');
/** What a customer writes around such a value. */
const carriers: Readonly<Record<string, string>> = {
  isCreditCard: 'My card number is {}, please refund it.',
  isEmail: 'You can write to me: {} , thank you.',
  isIBAN: 'Please pay to {} as soon as you can.',
  isIdentityCard: 'My ID card number is {}, for customs.',
  isMobilePhone: 'My phone number is {}, please call me.',
  isPassportNumber: 'My passport number is {}, for customs.',
  isTaxID: 'My tax number is {}, for the invoice.',
  isVAT: 'Our VAT number is {}, for the invoice.',
};
if (!existsSync(formats)) console.error(`pii_formats: left out, ${formats} is not there`);
else if (isWanted('formats')) printFormats(linesOf<Format>(formats));

function printFormats(cases: readonly Format[]): void {
  console.log(
    '\npii_formats: masked, of the valid as the whole message and in a sentence; of the invalid as the whole message',
  );
  const kinds = [...new Set(cases.map(({ kind }) => kind))].toSorted();
  const sums = { valid: 0, bare: 0, carried: 0 };
  for (const kind of kinds) {
    const of = (isValid: boolean): readonly Format[] =>
      cases.filter((one) => one.kind === kind && one.valid === isValid && one.value.trim() !== '');
    const [valid, invalid] = [of(true), of(false)];
    const carrier = carriers[kind];
    const bare = valid.filter(({ value }) => isMasked(value, value));
    const carried =
      carrier === undefined
        ? null
        : valid.filter(({ value }) =>
            isMasked(
              carrier.replace('{}', () => value),
              value,
            ),
          );
    const needless = invalid.filter(({ value }) => find(value).length > 0);
    console.log(
      `  ${kind.padEnd(18)} bare ${share(bare, valid)}  in a sentence ${carried === null ? '–'.padStart(18) : share(carried, valid)}  invalid ${share(needless, invalid)}`,
    );
    if (carried !== null) {
      sums.valid += valid.length;
      sums.bare += bare.length;
      sums.carried += carried.length;
    }
    if (values.errors)
      for (const one of valid)
        if (!bare.includes(one) || carried?.includes(one) === false)
          console.log(
            `    missed ${bare.includes(one) ? '' : 'bare '}${carried?.includes(one) === false ? 'carried ' : ''}${JSON.stringify(one.value)} ${one.locale ?? ''}`,
          );
  }
  console.log(
    `  all of them that name a person: bare ${percent(sums.bare / sums.valid)}, in a sentence ${percent(sums.carried / sums.valid)} of ${sums.valid}`,
  );
  printRoundTrip(cases.map(({ value }) => value));
}

function share(part: readonly Format[], all: readonly Format[]): string {
  return `${percent(part.length / Math.max(1, all.length)).padStart(7)} of ${String(all.length).padStart(4)}  `;
}

function isMasked(text: string, value: string): boolean {
  const start = text.indexOf(value);
  const scores = scoresOf([{ text, spans: [{ kind: 'id', start, end: start + value.length }] }], find);
  return recallOf(totalOf(scores)) === 1;
}

function linesOf<Line>(file: string): readonly Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
