import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import { zh } from './zh/index.ts';

export const uiLanguages = ['en', 'zh', 'ja'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

export type Key = keyof typeof en;
/** A language's words for every key: a missing one does not compile. */
export type Dictionary = Readonly<Record<Key, string>>;

const dictionaries: Readonly<Record<UiLanguage, Dictionary>> = { en, zh, ja };

type NameIn<P extends string> = P extends `${infer N}|${string}` ? N : P;
type BlanksOf<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? NameIn<P> | BlanksOf<Rest> : never;
type Values<K extends Key> = [BlanksOf<(typeof en)[K]>] extends [never]
  ? []
  : [values: Readonly<Record<BlanksOf<(typeof en)[K]>, string | number>>];

/** Keys of sentences without blanks. */
export type PlainKey = { [K in Key]: [BlanksOf<(typeof en)[K]>] extends [never] ? K : never }[Key];

export type Translate = <K extends Key>(key: K, ...values: Values<K>) => string;

const locales: Readonly<Record<UiLanguage, string>> = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP' };

/** The locale numbers and dates are written in. */
export function localeOf(language: UiLanguage): string {
  return locales[language];
}

/** Fills `{name}` with a value, and `{count|one|many}` with the word that fits the count. */
export function filled(
  pattern: string,
  values: Readonly<Record<string, string | number>>,
  language: UiLanguage,
): string {
  return pattern.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return typeof value === 'number' ? value.toLocaleString(localeOf(language)) : value;
  });
}

/** The `t` of one language. */
export function translateIn(language: UiLanguage): Translate {
  return (key, ...values) => filled(dictionaries[language][key], values[0] ?? {}, language);
}

/** The first of the person's languages that the window speaks, else English. */
export function closestLanguage(wanted: readonly string[]): UiLanguage {
  for (const tag of wanted) {
    const found = uiLanguages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return 'en';
}
