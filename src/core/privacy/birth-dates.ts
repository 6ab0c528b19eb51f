import { foundBy } from './personal-data.ts';
import type { Found } from './personal-data.ts';

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const era = '(?:昭和|平成|令和|大正|民[国國]|[SHR])\\s?\\d{1,3}';
const date = [
  `(?:(?:19|20)\\d{2}|\\d{2}|${era})\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}(?:日|号|號)?`,
  '\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:\\d{4}|\\d{2})',
  '(?:19|20)\\d{6}',
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},? (?:19|20)\\d{2}`,
  `${month} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}`,
  `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month} \\d{1,2}(?:st|nd|rd|th)?)`,
  '(?:(?:19|20)\\d{2}年)?\\d{1,2}月\\d{1,2}[日号號]',
  '(?:19|20)\\d{2}年(?:\\d{1,2}月)?',
].join('|');
const before =
  '(?:\\bborn(?: on| in)?|\\bdate of birth|\\bbirth ?(?:date|day)|\\bd\\.?o\\.?b\\b\\.?|生日|出生(?:日期|年月日?|于|於)?|生年月日|誕生日|生まれ(?:た日)?)(?:[\\s:=是为為はがの]|\\bis\\b|\\bwas\\b|\\bon\\b){0,5}';

const patterns = [
  `${before}(?<value>${date})(?![\\d])`,
  `(?<![\\d])(?<value>${date})\\s?(?:出生|生まれ|生(?=[\\s。、,)）]|$))`,
].map((source) => new RegExp(source, 'dgiu'));

/** Dates that a word beside them makes somebody's birthday. */
export function birthDatesIn(text: string): readonly Found[] {
  return patterns.flatMap((pattern) => foundBy(text, pattern, 'birth'));
}
