import { type UiLanguage, localeOf } from './translate.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Units = { readonly now: string; readonly minute: string; readonly hour: string; readonly day: string };

const units: Readonly<Record<UiLanguage, Units>> = {
  en: { now: 'now', minute: ' min', hour: ' h', day: ' d' },
  zh: { now: '刚刚', minute: ' 分钟', hour: ' 小时', day: ' 天' },
  ja: { now: '今', minute: '分', hour: '時間', day: '日' },
};

/** A span as it is read at a glance: one unit, two only between one hour and ten. */
export function spanText(ms: number, language: UiLanguage): string {
  const unit = units[language];
  if (ms < minute) return unit.now;
  if (ms < hour) return `${Math.floor(ms / minute)}${unit.minute}`;
  if (ms < 10 * hour) {
    const minutes = Math.floor((ms % hour) / minute);
    const hours = `${Math.floor(ms / hour)}${unit.hour}`;
    if (minutes === 0) return hours;
    return language === 'ja' ? `${hours}${minutes}${unit.minute}` : `${hours} ${minutes}${unit.minute}`;
  }
  if (ms < 2 * day) return `${Math.floor(ms / hour)}${unit.hour}`;
  return `${Math.floor(ms / day)}${unit.day}`;
}

/** A moment: the time today, weekday and time within six days, the day this year, else the date. */
export function momentText(at: number, now: number, language: UiLanguage): string {
  const date = new Date(at);
  const today = new Date(now);
  const locale = localeOf(language);
  if (date.toDateString() === today.toDateString()) {
    return date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  }
  if (Math.abs(now - at) < 6 * day) {
    return date.toLocaleString(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  }
  if (date.getFullYear() === today.getFullYear())
    return date.toLocaleDateString(locale, { day: 'numeric', month: 'short' });
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** Bytes in the largest unit that keeps the number readable. */
export function sizeText(bytes: number, language: UiLanguage): string {
  const names = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let at = 0;
  while (value >= 1000 && at < names.length - 1) {
    value /= 1000;
    at += 1;
  }
  const digits = value < 10 && at > 0 ? 1 : 0;
  return `${value.toLocaleString(localeOf(language), { maximumFractionDigits: digits })} ${names[at]}`;
}

export type Formats = {
  readonly span: (ms: number) => string;
  readonly moment: (at: number, now: number) => string;
  readonly full: (at: number) => string;
  readonly month: (at: number) => string;
  readonly day: (isoDay: string) => string;
  readonly size: (bytes: number) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A percentage to a tenth, where there is one. */
  readonly share: (share: number) => string;
  readonly money: (value: number, currency: string) => string;
  /** The same where a hundredth of a coin counts: what little costs is not shown as nothing. */
  readonly cost: (value: number, currency: string) => string;
};

/** All formats in one language. */
export function formatsIn(language: UiLanguage): Formats {
  const locale = localeOf(language);
  return {
    span: (ms) => spanText(ms, language),
    moment: (at, now) => momentText(at, now, language),
    full: (at) => new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    day: (isoDay) =>
      new Date(`${isoDay}T12:00:00`).toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
    month: (at) => new Date(at).toLocaleDateString(locale, { month: 'short', year: 'numeric' }),
    size: (bytes) => sizeText(bytes, language),
    number: (value) => value.toLocaleString(locale),
    percent: (share) => share.toLocaleString(locale, { style: 'percent' }),
    share: (share) => share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 }),
    money: (value, currency) => moneyText(value, currency, locale),
    cost: (value, currency) => costText(value, currency, locale),
  };
}

function costText(value: number, currency: string, locale: string): string {
  const least = 0.01;
  return value > 0 && value < least ? `< ${moneyText(least, currency, locale)}` : moneyText(value, currency, locale);
}

function moneyText(value: number, currency: string, locale: string): string {
  try {
    return value.toLocaleString(locale, { style: 'currency', currency });
  } catch {
    // A shop may write a currency the platform does not know.
    return `${value.toLocaleString(locale)} ${currency}`;
  }
}
