import { foundBy } from './personal-data.ts';
import type { Found, KnownPersonalData, PersonalKind } from './personal-data.ts';

type Form = { readonly kind: PersonalKind; readonly source: string; readonly isCaseKept?: boolean };

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const honorific = '(?=[ 　]?(?:先生|女士|小姐|太太|老师|老師|同学|經理|经理|様|さま|さん|殿|氏|くん|君|ちゃん))';
/** Words of a name that are words of everyday as well; alone they are the name only beside the rest of it. */
const title =
  /^(?:mrs?|ms|miss|mx|dr|prof|jr|sr|the|and|de|da|van|von|der|den|du|la|le|al|el|bin|co|ltd|inc|gmbh)\.?$/iu;

/** Finds all forms of what is known of a customer, without the names, in a text that is folded already. */
export function knownDataFinder(known: KnownPersonalData): (text: string) => readonly Found[] {
  return finderOf([
    ...known.addresses.flatMap(addressForms),
    ...known.phones.flatMap(phoneForms),
    ...known.emails.flatMap(mailForms),
    ...known.orderNumbers.flatMap((value) => codeForms(value, 'order')),
    ...known.trackingNumbers.flatMap((value) => codeForms(value, 'tracking')),
  ]);
}

export function knownNamesFinder(names: readonly string[]): (text: string) => readonly Found[] {
  return finderOf(names.flatMap(nameForms));
}

function finderOf(forms: readonly Form[]): (text: string) => readonly Found[] {
  const patterns = forms.map(({ kind, source, isCaseKept = false }) => ({
    kind,
    pattern: new RegExp(source, isCaseKept ? 'dgu' : 'dgiu'),
  }));
  return (text) => patterns.flatMap(({ kind, pattern }) => foundBy(text, pattern, kind));
}

function nameForms(written: string): readonly Form[] {
  const name = written.normalize('NFKC').trim();
  const parts = (name.match(/[\p{L}\p{M}'’-]+/gu) ?? []).filter((part) => !title.test(part));
  if ([...name].length < 2 || parts.length === 0) return [];
  const whole = parts.map(escaped).join('[\\s,.・·]{0,3}(?:\\p{L}\\.?\\s)?');
  const turned = [...parts].reverse().map(escaped).join('[\\s,.・·]{0,3}');
  return [
    { kind: 'name', source: edged(whole, name) },
    { kind: 'name', source: edged(turned, name) },
    ...parts.flatMap((part) => (unspaced.test(part) ? unspacedForms(part, parts.length) : spacedForms(part))),
  ];
}

/** A whole word with a capital: somebody called Will or An is not in "will" or "cannot". */
function spacedForms(part: string): readonly Form[] {
  if ([...part].length < 2) return [];
  const capital = part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  const plain = capital.normalize('NFD').replace(/\p{M}/gu, '');
  return [...new Set([part, capital, part.toUpperCase(), plain])]
    .filter((form) => form.charAt(0) !== form.charAt(0).toLowerCase())
    .map((form) => ({ kind: 'name', source: edged(escaped(form), form), isCaseKept: true }));
}

/** 王小明: 小明, 王先生, 小王; 田中太郎: 田中様; 田中 太郎: 田中, 太郎. */
function unspacedForms(part: string, parts: number): readonly Form[] {
  const characters = [...part];
  const forms: Form[] = characters.length >= 2 ? [{ kind: 'name', source: escaped(part) }] : [];
  if (parts > 1 && characters.length === 1) forms.push({ kind: 'name', source: escaped(part) + honorific });
  if (parts > 1 || !/^\p{Script=Han}{2,5}$/u.test(part)) return forms;
  for (const length of [1, 2, 3].filter((one) => one < characters.length)) {
    const first = characters.slice(0, length).join('');
    const last = characters.slice(length).join('');
    forms.push({ kind: 'name', source: escaped(first) + honorific });
    if (length <= 2 && [...last].length === 2) forms.push({ kind: 'name', source: escaped(last) });
  }
  return [...forms, { kind: 'name', source: `[小老阿]${escaped(characters[0] ?? '')}(?!\\p{Script=Han})` }];
}

function phoneForms(written: string): readonly Form[] {
  const digits = written.normalize('NFKC').replace(/\D/g, '');
  if (digits.length < 6) return [];
  const local = digits.length > 9 ? digits.slice(-9) : digits;
  const apart = '[\\s().\\-/]{0,3}';
  const rest = [...local].join(apart);
  const front = digits.slice(0, -local.length);
  const fronts = Array.from(front, (_, i) => front.slice(i).split('').join(apart) + apart);
  const optional = fronts.map((one) => `(?:\\+|00)?(?:${one})`).join('|');
  return [
    {
      kind: 'phone',
      source: `(?<!\\d)(?:${optional === '' ? '' : `(?:${optional})|`}\\+?[\\d() ]{0,5})?${rest}(?!\\d)`,
    },
  ];
}

function mailForms(written: string): readonly Form[] {
  const mail = written.normalize('NFKC').trim();
  const [name = ''] = mail.split('@');
  const forms: Form[] = mail.length > 3 ? [{ kind: 'email', source: edged(escaped(mail), mail) }] : [];
  if (name.length >= 5 && /[\d._]/.test(name)) forms.push({ kind: 'email', source: edged(escaped(name), name) });
  return forms;
}

/** The number whole, and its digits alone where they are enough to tell: HL-20931, 20931. */
function codeForms(written: string, kind: PersonalKind): readonly Form[] {
  const code = written.normalize('NFKC').trim().replace(/^#/, '');
  if (code.length < 3 || !/\d/.test(code)) return [];
  const apart = [...code.replace(/[\s_-]/g, '')].map(escaped).join('[\\s_-]?');
  const digits = /\d{4,}$/.exec(code)?.[0];
  const whole = `(?<![\\p{Script=Latin}\\d])#?${apart}(?![\\p{Script=Latin}\\d])`;
  const tail =
    digits === undefined || digits === code
      ? []
      : [`(?<![\\p{Script=Latin}\\d.,])#?${digits}(?![\\p{Script=Latin}\\d]|[.,]\\d)`];
  return [whole, ...tail].map((source) => ({ kind, source }));
}

/** The whole, its lines and parts with a number in them, and what follows each area of a Chinese or Japanese one. */
function addressForms(written: string): readonly Form[] {
  const address = written.normalize('NFKC').trim();
  const parts = address.split(/[,，、\n;；]+/u).map((part) => part.trim());
  const inner = unspaced.test(address)
    ? [...address.matchAll(/[省市区區县縣镇鎮都道府県郡町村]/gu)].map(({ index }) => address.slice(index + 1).trim())
    : [];
  const telling = parts.filter((part) => /\d/.test(part) && part.length >= 4);
  return [...new Set([address, ...telling, ...inner.filter((part) => /\d/.test(part) && part.length >= 4)])]
    .filter((form) => [...form].length >= 4)
    .map((form) => ({ kind: 'address', source: edged(loosely(form), form) }));
}

function loosely(form: string): string {
  const words = form.match(/[^\s,，、]+/gu) ?? [];
  return words
    .map((one) => (unspaced.test(one) ? [...one].map(escaped).join('\\s?') : escaped(one)))
    .join('[\\s,，、]{0,4}');
}

/** No letter or digit goes on before or after it, where its script sets spaces. */
function edged(source: string, form: string): string {
  const before = unspaced.test(form.charAt(0)) ? '' : '(?<![\\p{L}\\p{M}\\d])';
  const after = unspaced.test(form.at(-1) ?? '')
    ? ''
    : '(?![\\p{M}\\d]|(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])\\p{L})';
  return before + source + after;
}

function escaped(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
