import { personalDataFinder } from './find-personal-data.ts';
import { personalKinds } from './personal-data.ts';
import type { KnownPersonalData, PersonalKind, PersonalSpan } from './personal-data.ts';

/** `typed`: what somebody wrote as if it were a placeholder; it stands for itself. */
type MaskedKind = PersonalKind | 'typed';

export type MaskedValue = { readonly placeholder: string; readonly kind: MaskedKind; readonly value: string };

export type Unmasked = {
  readonly text: string;
  /** Placeholders as written that were never given; they stand in the text as they are. */
  readonly invented: readonly string[];
};

export type MaskedTexts = {
  /** In the order given. */
  readonly texts: readonly string[];
  readonly masked: readonly MaskedValue[];
  /** Puts the values back, also where a writer changed case, spaces or brackets of a placeholder. */
  readonly unmask: (text: string) => Unmasked;
};

const kinds = [...personalKinds, 'typed'].join('|');
/** A placeholder as given, or as a writer may hand it back: ［Name＿1］, 【NAME 1】, [NAME\_1], NAME_1. */
const open = '[\\[［【〔⟦「『《<＜{｛]';
const close = '[\\]］】〕⟧」』》>＞}｝]';
const underscore = '(?:\\s{0,2}\\\\?[_＿\\-－ ]\\s{0,2})?';
const bracketed = `\\[(?:${kinds})_\\d{1,6}\\]|${open}\\s{0,2}(?:${kinds})${underscore}[\\d０-９]{1,6}\\s{0,2}${close}|[(（]\\s{0,2}(?:${kinds})\\\\?[_＿]\\d{1,6}\\s{0,2}[)）]`;
const bare = `(?:${kinds})\\\\?_\\d{1,6}`;
const placeholder = new RegExp(`${bracketed}|(?<![\\p{L}\\d_])${bare}(?![\\d_])`, 'giu');
/** Wider than what is put back: what stands beside it may be masked, and no longer keep it from being read as one. */
const likePlaceholder = new RegExp(`${bracketed}|${bare}`, 'giu');

/**
 * The texts with placeholders such as [NAME_1] for personal data: one value, one placeholder in all of them. What one text
 * tells to be personal is masked in the others too.
 */
export function maskTexts(texts: readonly string[], known: KnownPersonalData): MaskedTexts {
  const findFirst = personalDataFinder(known);
  const find = personalDataFinder(
    withTold(
      known,
      texts.flatMap((text) => valuesIn(text, findFirst(text))),
    ),
  );
  const values = new Map<string, MaskedValue>();
  const count = new Map<MaskedKind, number>();
  const placeholderOf = (kind: MaskedKind, value: string): string => {
    const given = values.get(value);
    if (given !== undefined) return given.placeholder;
    const next = (count.get(kind) ?? 0) + 1;
    count.set(kind, next);
    const one = { placeholder: `[${kind.toUpperCase()}_${next}]`, kind, value };
    values.set(value, one);
    return one.placeholder;
  };
  const masked = texts.map((text) => {
    let at = 0;
    let result = '';
    for (const { start, end, kind } of withTyped(text, find(text))) {
      result += text.slice(at, start) + placeholderOf(kind, text.slice(start, end));
      at = end;
    }
    return result + text.slice(at);
  });
  return { texts: masked, masked: [...values.values()], unmask: unmaskerOf([...values.values()]) };
}

type Told = { readonly kind: PersonalKind; readonly value: string };

function valuesIn(text: string, spans: readonly PersonalSpan[]): readonly Told[] {
  return spans.map(({ start, end, kind }) => ({ kind, value: text.slice(start, end) }));
}

function withTold(known: KnownPersonalData, told: readonly Told[]): KnownPersonalData {
  const of = (...wanted: readonly PersonalKind[]): readonly string[] => [
    ...new Set(told.filter(({ kind }) => wanted.includes(kind)).map(({ value }) => value)),
  ];
  return {
    names: [...known.names, ...of('name')],
    addresses: [...known.addresses, ...of('address')],
    phones: [...known.phones, ...of('phone')],
    emails: [...known.emails, ...of('email')],
    orderNumbers: [...known.orderNumbers, ...of('order', 'id', 'passport', 'card', 'iban', 'number')],
    trackingNumbers: [...known.trackingNumbers, ...of('tracking')],
  };
}

type MaskedSpan = { readonly start: number; readonly end: number; readonly kind: MaskedKind };

/** What looks like a placeholder already is masked as well, so that nobody gets a value by writing its placeholder. */
function withTyped(text: string, spans: readonly PersonalSpan[]): readonly MaskedSpan[] {
  const typed = [...text.matchAll(likePlaceholder)].map(({ 0: match, index }): MaskedSpan => ({
    start: index,
    end: index + match.length,
    kind: 'typed',
  }));
  const clear = spans.flatMap((span) => typed.reduce<readonly MaskedSpan[]>(without, [span]));
  return [...typed, ...clear].toSorted((a, b) => a.start - b.start);
}

/** What of the spans lies before and behind a hole. */
function without(spans: readonly MaskedSpan[], hole: MaskedSpan): readonly MaskedSpan[] {
  return spans.flatMap((span) =>
    [
      { ...span, end: Math.min(span.end, hole.start) },
      { ...span, start: Math.max(span.start, hole.end) },
    ].filter(
      ({ start, end }) => start < end && (span.start < hole.end && span.end > hole.start ? true : start === span.start),
    ),
  );
}

function unmaskerOf(values: readonly MaskedValue[]): (text: string) => Unmasked {
  const byName = new Map(values.map((one) => [nameOf(one.placeholder), one.value]));
  return (text) => {
    const invented: string[] = [];
    const whole = text.replace(placeholder, (written) => {
      const value = byName.get(nameOf(written));
      if (value === undefined) invented.push(written);
      return value ?? written;
    });
    return { text: whole, invented };
  };
}

/** "【name ０1】" is NAME1. */
function nameOf(written: string): string {
  const [kind = '', digits = ''] =
    written
      .normalize('NFKC')
      .toUpperCase()
      .match(/[A-Z]+|\d+/g) ?? [];
  return kind + Number(digits);
}
