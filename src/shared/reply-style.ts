import type { Phrases, ReplyLanguage } from './model/basics.ts';
import type { Channel } from './model/conversation.ts';
import type { FormOfAddress, StorePhrases, StylePlace } from './model/store.ts';

/*
 * How a store greets, closes and signs, by language and by where it is read. Nothing here is guessed: a title stands
 * before or behind a name only where the customer gave it.
 */

/** Where what is written by this channel is read. */
export function stylePlaceOf(channel: Channel | null): StylePlace {
  switch (channel) {
    case 'email':
    case 'phone':
      return 'mail';
    case 'chat':
      return 'chat';
    case null:
    case 'twitter':
      return 'comment';
    default:
      return 'messenger';
  }
}

const phrases = ['greeting', 'greetingUnnamed', 'closing', 'signature'] as const;
const languages = ['en', 'zh', 'ja'] as const;

/**
 * The settings as they hold in one place: what it says otherwise stands for what is said everywhere. In a chat nobody
 * closes and signs every line, unless the owner has said how.
 */
export function settingsAt<T extends StorePhrases>(settings: T, place: StylePlace): T {
  const own = settings.styles?.[place];
  const spoken = (phrase: (typeof phrases)[number]): Phrases => {
    const isSilent = place === 'chat' && (phrase === 'closing' || phrase === 'signature');
    const said = (one: ReplyLanguage): string => own?.[phrase]?.[one] ?? (isSilent ? '' : settings[phrase][one]);
    return { en: said('en'), zh: said('zh'), ja: said('ja') };
  };
  return {
    ...settings,
    greeting: spoken('greeting'),
    greetingUnnamed: spoken('greetingUnnamed'),
    closing: spoken('closing'),
    signature: spoken('signature'),
    address: {
      en: own?.address?.en ?? settings.address?.en,
      zh: own?.address?.zh ?? settings.address?.zh,
      ja: own?.address?.ja ?? settings.address?.ja,
    },
  };
}

/** The greeting of a reply; empty where nothing is said. */
export function greetingFor(settings: StorePhrases, language: ReplyLanguage, customerName: string): string {
  const name = bareName(settings.address, language, customerName);
  const phrase = name === '' ? settings.greetingUnnamed[language] : settings.greeting[language];
  return asAddressed(phrase, settings.address, language).replaceAll('{name}', () => name);
}

/** The closing of a reply with its signature; empty where nothing is said. */
export function closingFor(settings: StorePhrases, language: ReplyLanguage): string {
  return [asAddressed(settings.closing[language], settings.address, language), settings.signature[language]]
    .filter((part) => part !== '')
    .join('\n');
}

/** A customer as one speaks to them: "Marta", "佐藤 様". Empty where there is no name, or none is to be said. */
export function greetedName(address: StorePhrases['address'], language: ReplyLanguage, customerName: string): string {
  const name = bareName(address, language, customerName);
  if (name === '' || language !== 'ja') return name;
  return asAddressed('{name} 様', address, language).replace('{name}', () => name);
}

/** A name that can be said in a line: no address, no line breaks, not a sentence, nothing that turns the line around. */
export function speakableName(name: string): string {
  const line = name.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
  return line.length > 60 || !/\p{L}/u.test(line) || /[@<>[\]{}/\\]|https?:/.test(line) ? '' : line;
}

/** Every greeting that the store may begin with, whatever the language and the place. */
export function everyGreeting(settings: StorePhrases): readonly string[] {
  return everyPhrase(settings, ['greeting', 'greetingUnnamed']);
}

/** Every closing and signature that the store may end with. */
export function everyClosing(settings: StorePhrases): readonly string[] {
  return everyPhrase(settings, ['closing', 'signature']);
}

function everyPhrase(settings: StorePhrases, named: ReadonlyArray<(typeof phrases)[number]>): readonly string[] {
  const places = [null, ...(Object.keys(settings.styles ?? {}) as StylePlace[])];
  return [
    ...new Set(
      places.flatMap((place) => {
        const spoken = place === null ? settings : settingsAt(settings, place);
        return named.flatMap((phrase) =>
          languages.map((language) =>
            phrase === 'signature'
              ? spoken[phrase][language]
              : asAddressed(spoken[phrase][language], spoken.address, language),
          ),
        );
      }),
    ),
  ];
}

const honorific = '(?:様|さま|さん|殿)';

function bareName(address: StorePhrases['address'], language: ReplyLanguage, customerName: string): string {
  const name = speakableName(customerName);
  if (language === 'en') {
    if (address?.en === 'none') return '';
    return address?.en === 'full' ? name : firstName(name);
  }
  // The honorific is the store's to choose: "田中様" is not to become "田中様 様".
  return language === 'ja' && address?.ja != null ? name.replace(new RegExp(`\\s*${honorific}$`, 'u'), '') : name;
}

/** English shops write to "Marta", not to "Marta Lindqvist"; an initial or a title alone is no way to address anybody. */
function firstName(name: string): string {
  const [first, ...others] = name.split(' ');
  const isGivenName =
    /^\p{Script=Latin}{2,}$/u.test(first ?? '') && !/^(?:mr|mrs|ms|miss|dr|prof|sir|herr|frau|mme)$/i.test(first ?? '');
  return others.length > 0 && isGivenName ? (first ?? name) : name;
}

/** A phrase with the form of address that was chosen for its language. */
function asAddressed(phrase: string, address: FormOfAddress | null | undefined, language: ReplyLanguage): string {
  if (language === 'zh' && address?.zh != null) {
    return address.zh === 'ni' ? phrase.replaceAll('您', '你') : phrase.replace(/你(?!们)/gu, '您');
  }
  const chosen = language === 'ja' ? address?.ja : null;
  if (chosen == null) return phrase;
  return phrase.replace(new RegExp(`\\{name\\}(?:([ \\u3000]*)${honorific})?`, 'gu'), (_, gap: string | undefined) =>
    chosen === 'san' ? '{name}さん' : `{name}${gap === undefined || gap === '' ? ' ' : gap}様`,
  );
}
