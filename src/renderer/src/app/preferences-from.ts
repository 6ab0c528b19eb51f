import { type UiLanguage, uiLanguages } from '../i18n/translate.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What a person set for this window; kept in the window's own storage. */
export type Preferences = {
  readonly theme: Theme;
  /** Null: the language of the system. */
  readonly language: UiLanguage | null;
  readonly storeId: string | null;
  readonly listWidth: number;
  readonly evidenceWidth: number;
  readonly isHelpdeskOpen: boolean;
  /** The inbox shows the conversations of every store. */
  readonly showsAllStores: boolean;
  /** The person has been asked for their name, and gave none. */
  readonly isNameless: boolean;
  /** By store, until when they have looked at what became of their own lessons, ms UTC. */
  readonly lessonsLookedAt: Readonly<Record<string, number>>;
  /** By store, the keys of the alarms they have looked at. */
  readonly alarmsSeen: Readonly<Record<string, readonly string[]>>;
};

const plain: Preferences = {
  theme: 'system',
  language: null,
  storeId: null,
  listWidth: 320,
  evidenceWidth: 340,
  isHelpdeskOpen: false,
  showsAllStores: false,
  isNameless: false,
  lessonsLookedAt: {},
  alarmsSeen: {},
};

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
    isHelpdeskOpen: value.isHelpdeskOpen === true,
    showsAllStores: value.showsAllStores === true,
    isNameless: value.isNameless === true,
    lessonsLookedAt: recordOf(value.lessonsLookedAt, (at) => (typeof at === 'number' ? at : null)),
    alarmsSeen: recordOf(value.alarmsSeen, (keys) =>
      Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : null,
    ),
  };
}

function recordOf<T>(value: unknown, read: (field: unknown) => T | null): Readonly<Record<string, T>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      const known = read(field);
      return known === null ? [] : [[name, known]];
    }),
  );
}
