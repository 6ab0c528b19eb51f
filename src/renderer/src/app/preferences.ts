import { useSyncExternalStore } from 'react';
import { type UiLanguage, closestLanguage } from '../i18n/translate.ts';
import { onOwnerChange, ownKey } from './own-storage.ts';
import { type Preferences, preferencesFrom } from './preferences-from.ts';

export type { Theme } from './preferences-from.ts';

const key = 'deskside.preferences';

let current: Preferences | null = null;
const listeners = new Set<() => void>();

function snapshot(): Preferences {
  current ??= preferencesFrom(localStorage.getItem(ownKey(key)));
  return current;
}

/** Changes some preferences and keeps them. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...snapshot(), ...change };
  localStorage.setItem(ownKey(key), JSON.stringify(current));
  for (const listener of listeners) listener();
}

function readAnew(): void {
  current = null;
  for (const listener of listeners) listener();
}

// The other window of the app changes them too.
window.addEventListener('storage', (event) => {
  if (event.key === ownKey(key)) readAnew();
});
onOwnerChange(readAnew);

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
