/** A dictionary form that an inflected one may come from, and what has to follow the inflected one. */
export type BaseForm = { readonly base: string; readonly inflection: '1' | '5' | 'i'; readonly follows: RegExp };

/** Endings of five-step verbs by row: a, i, u, e, o. */
const rows = [
  'わいうえお',
  'かきくけこ',
  'がぎぐげご',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'ばびぶべぼ',
  'まみむめも',
  'らりるれろ',
];

const afterA = /^(?:な[いくかけさ]|ね|れ|せ|ず|ぬ|ん|さ|しめ|まい)/;
const afterE = /^(?:[るばまなずたて]|ら|$|[^\p{Script=Hiragana}])/u;
const afterO = /^う/;
const afterSound = /^(?:[てただで]|ち[ゃま]|と[くい]|じ[ゃま]|ど)/;
const anything = /^/;

const five = new Map<string, Array<{ readonly ending: string; readonly follows: RegExp }>>();
function add(ending: string, base: string, follows: RegExp): void {
  five.set(ending, [...(five.get(ending) ?? []), { ending: base, follows }]);
}
for (const row of rows) {
  const [a = '', i = '', u = '', e = '', o = ''] = row;
  add(a, u, afterA);
  add(i, u, anything);
  add(e, u, afterE);
  add(o, u, afterO);
}
for (const base of 'うつる') add('っ', base, afterSound);
for (const base of 'ぬぶむ') add('ん', base, afterSound);
for (const base of 'くぐ') add('い', base, afterSound);

const adjective = new Map<string, RegExp>([
  ['く', anything],
  ['か', /^(?:っ|ろ)/],
  ['け', /^れ/],
  ['さ', anything],
  ['そ', /^う/],
  ['す', /^ぎ/],
]);

/** The dictionary forms that a word, as it stands before `rest`, may be an inflection of (Japanese has them by its last kana). */
export function baseForms(word: string, rest: string): readonly BaseForm[] {
  const stem = word.slice(0, -1);
  const last = word.slice(-1);
  const bases: BaseForm[] = [];
  if (stem !== '') {
    for (const { ending, follows } of five.get(last) ?? [])
      bases.push({ base: stem + ending, inflection: '5', follows });
    const follows = adjective.get(last);
    if (follows !== undefined) bases.push({ base: `${stem}い`, inflection: 'i', follows });
  }
  bases.push({ base: `${word}る`, inflection: '1', follows: /^\p{Script=Hiragana}/u });
  return bases.filter((one) => one.follows.test(rest));
}
