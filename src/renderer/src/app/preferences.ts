import { useSyncExternalStore } from 'react';
import { type UiLanguage, closestLanguage, uiLanguages } from '../i18n/translate.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What a person set for this window; kept in the window's own storage. */
export type Preferences = {
  readonly theme: Theme;
  /** Null: the language of the system. */
  readonly language: UiLanguage | null;
  readonly storeId: string | null;
  readonly listWidth: number;
  readonly evidenceWidth: number;
};

const key = 'deskside.preferences';
const plain: Preferences = { theme: 'system', language: null, storeId: null, listWidth: 320, evidenceWidth: 340 };

/** Preferences from what was stored; whatever does not fit falls back. */
export function preferencesFrom(stored: string | null): Preferences {
  let raw: unknown;
  try {
    raw = JSON.parse(stored ?? '{}');
  } catch {
    return plain;
  }
  const value = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<keyof Preferences, unknown>>;
  const widthOr = (width: unknown, other: number): number =>
    typeof width === 'number' && width >= 200 && width <= 700 ? width : other;
  return {
    theme: value.theme === 'light' || value.theme === 'dark' ? value.theme : 'system',
    language: uiLanguages.find((language) => language === value.language) ?? null,
    storeId: typeof value.storeId === 'string' ? value.storeId : null,
    listWidth: widthOr(value.listWidth, plain.listWidth),
    evidenceWidth: widthOr(value.evidenceWidth, plain.evidenceWidth),
  };
}

let current: Preferences | null = null;
const listeners = new Set<() => void>();

function snapshot(): Preferences {
  current ??= preferencesFrom(localStorage.getItem(key));
  return current;
}

/** Changes some preferences and keeps them. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...snapshot(), ...change };
  localStorage.setItem(key, JSON.stringify(current));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The preferences now. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, snapshot);
}

/** The language the window speaks. */
export function useUiLanguage(): UiLanguage {
  return usePreferences().language ?? closestLanguage(navigator.languages);
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)');

function subscribeSystem(listener: () => void): () => void {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
}

/** The theme that is shown: the person's, or the system's. */
export function useShownTheme(): 'light' | 'dark' {
  const { theme } = usePreferences();
  const isDark = useSyncExternalStore(subscribeSystem, () => darkSystem.matches);
  return theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
}
