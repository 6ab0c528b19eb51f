import { foundBy } from './personal-data.ts';
import type { Found } from './personal-data.ts';

const local = "[\\p{L}\\p{M}\\d!#$%&'*+/=?^_`{|}~.-]";
const mail = new RegExp(
  `(?:"[^"\\n]{1,64}"|(?<!${local})[\\p{L}\\p{M}\\d!#$%&'*+/=?^_\`{|}~](?:${local}{0,127}))@(?:\\[[\\d.:a-f]{3,45}\\]|(?:[\\p{L}\\p{M}\\d](?:[\\p{L}\\p{M}\\d_-]{0,127})?\\.){1,8}[\\p{L}]{2,63}|(?:[a-z\\d-]{1,63}\\.){3}\\d{1,3})(?![\\w])`,
  'dgiu',
);
/** Domains and local parts in Latin letters alone: other scripts set no space before or after a mail address. */
const plainMail =
  /(?<![\w.+-])[\w!#$%&'*+/=?^`{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,127}@(?:[a-z\d](?:[a-z\d_-]{0,127})\.){1,8}[a-z]{2,24}(?![a-z\d])/dgi;

const url = /\bhttps?:\/\/[^\s<>"'“”「」『』（）()，。；、]+|\bwww\.[^\s<>"'“”「」『』（）()，。；、]+/giu;
/** A part of a link that leads to one person's page or lets in who has it. */
const personalPart =
  /\/(?:users?|accounts?|customers?|profiles?|members?|people|orders?|invoices?|track(?:ing)?|my|u|in|@[\w.]+)(?:\/[^/\s]+)|[?&#](?:[\w-]*(?:token|key|sig(?:nature)?|session|sid|auth|code|email|e-?mail|mail|phone|tel|name|user|uid|customer|account|order|invoice|track(?:ing)?|id|nu|no)[\w-]*)=[^&\s]{3,}|@[\w.-]+\.\w|\/@\w+|\b(?:facebook|instagram|twitter|x|linkedin|t|weibo|line|wa)\.(?:com|me|cn)\/\w/iu;

export function mailsIn(text: string): readonly Found[] {
  return [...foundBy(text, plainMail, 'email'), ...foundBy(text, mail, 'email')];
}

/** Links: those that lead to a person or hold what is known of one are personal, all others are to be left whole. */
export function linksIn(text: string, holdsKnown: (link: string) => boolean): readonly Found[] {
  return [...text.matchAll(url)].map((match) => {
    const value = match[0].replace(/[.,!?:;]+$/, '');
    const leadsToPerson = personalPart.test(value.replace(/^https?:\/\//i, '')) || personalPart.test(value);
    const kind = leadsToPerson || holdsKnown(value) ? 'link' : null;
    return { start: match.index, end: match.index + value.length, kind };
  });
}

const before = '(?<![\\p{Script=Latin}\\d_#.]|\\d[-/])';
const after = '(?![\\p{Script=Latin}\\d_]|[-/.]\\d)';
const gap = '[ .\\-/]';
const phones: readonly { readonly source: string; readonly digits: readonly [number, number] }[] = [
  // International: +81 90-1234-5678, 0044 7700 900123.
  { source: `\\+ ?\\(?\\d{1,3}\\)?(?:[ .\\-/()]{0,3}\\d){5,14}\\)?`, digits: [7, 15] },
  { source: `00[1-9]\\d{0,2}(?:${gap}?\\d){6,12}`, digits: [9, 16] },
  // China: mobile numbers, towns, services.
  { source: '(?:86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}', digits: [11, 13] },
  { source: '[48]00[ -]?\\d{3}[ -]?\\d{4}', digits: [10, 10] },
  // National, with its leading nought.
  { source: `\\(?0\\d{1,5}\\)?(?:${gap}{0,2}\\(?\\d{1,5}\\)?){1,5}`, digits: [8, 12] },
  // North America.
  {
    source: `(?:1${gap}?)?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}${gap})\\d{3}${gap}\\d{4}(?: ?(?:x|ext\\.?) ?\\d{1,5})?`,
    digits: [10, 16],
  },
  // An area in brackets; three groups and more.
  { source: `\\(\\d{2,5}\\) ?\\d{2,5}(?:${gap}?\\d{2,5}){0,3}`, digits: [8, 12] },
  { source: '\\d{1,5}(?:[ .-]\\d{2,5}){2,4}', digits: [8, 13] },
  { source: '\\d{5} \\d{3} \\d{3}', digits: [11, 11] },
];
const patterns = phones.map(({ source, digits }) => ({ pattern: new RegExp(before + source + after, 'dgiu'), digits }));
/** All groups end in nought, or all are of two digits: prices or sizes in a row. */
const listed = /^(?:\d*0(?:[ .-]|$))+$|^(?:\d\d(?:[ .-]|$))+$/;

export function phonesIn(text: string): readonly Found[] {
  return patterns.flatMap(({ pattern, digits: [least, most] }) =>
    foundBy(text, pattern, 'phone', (value) => {
      const count = value.match(/\d/g)?.length ?? 0;
      return count >= least && count <= most && !(listed.test(value) && !value.startsWith('0'));
    }),
  );
}
