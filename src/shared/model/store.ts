import { z } from 'zod';
import { Id, Instant, Phrases, ReplyLanguage } from './basics.ts';
import { Tolerance } from './coverage.ts';

/**
 * What becomes of an answer that is known only in a language the customer did not write: it is drafted as it stands, for
 * an agent to translate, or only shown.
 */
export const OtherLanguage = z.enum(['draft', 'show']);
export type OtherLanguage = z.infer<typeof OtherLanguage>;

/** Where a reply is read, as far as it decides how one writes: `comment` is also where the inbox does not tell. */
export const StylePlace = z.enum(['mail', 'chat', 'messenger', 'comment']);
export type StylePlace = z.infer<typeof StylePlace>;

/**
 * How a customer is addressed, by language; left out: as the phrases have it. English: the first name (as by default),
 * the full name, or none. Chinese: 您 or 你. Japanese: 様 or さん.
 */
export const FormOfAddress = z.object({
  en: z.enum(['first', 'full', 'none']).nullish(),
  zh: z.enum(['nin', 'ni']).nullish(),
  ja: z.enum(['sama', 'san']).nullish(),
});
export type FormOfAddress = z.infer<typeof FormOfAddress>;

/** A phrase in the languages that word it otherwise; left out: as everywhere. Empty: nothing is said. */
const OwnPhrases = z.object({ en: z.string().nullish(), zh: z.string().nullish(), ja: z.string().nullish() });

/** What a place says otherwise than the store does everywhere. */
export const OwnStyle = z.object({
  greeting: OwnPhrases.nullish(),
  greetingUnnamed: OwnPhrases.nullish(),
  closing: OwnPhrases.nullish(),
  signature: OwnPhrases.nullish(),
  address: FormOfAddress.nullish(),
});
export type OwnStyle = z.infer<typeof OwnStyle>;

/** A word that a store's replies do not use, and what they say for it. */
export const Wording = z.object({
  language: ReplyLanguage,
  avoid: z.string().trim().min(1).max(80),
  /** Empty: nothing stands for it, an agent finds other words. */
  use: z.string().trim().max(80),
});
export type Wording = z.infer<typeof Wording>;

/** How often replies bear an emoji. */
export const EmojiUse = z.enum(['never', 'sometimes', 'often']);
export type EmojiUse = z.infer<typeof EmojiUse>;

/** How long replies are, and how often they bear an emoji, in one language and place. */
export const Habit = z.object({
  language: ReplyLanguage,
  place: StylePlace,
  /** Characters of most replies, greeting and closing aside. */
  length: z.object({ from: z.number().int().positive(), to: z.number().int().positive() }).nullish(),
  emoji: EmojiUse.nullish(),
});
export type Habit = z.infer<typeof Habit>;

/** How a store words what it says, beside its greetings and closings. */
export const HouseStyle = z.object({
  wordings: z.array(Wording).max(200),
  habits: z.array(Habit).max(50),
  /** Sentences that replies like to say; a language model is told of them. */
  phrases: z.array(z.object({ language: ReplyLanguage, text: z.string().trim().min(1).max(300) })).max(100),
  /** What was learned and is not wanted, by its keys. */
  dismissed: z.array(z.string()).max(1_000),
  /** A line of advice below a reply that is written otherwise. Left out: shown. */
  isAdvising: z.boolean().nullish(),
  /** What most replies plainly share is taken up by itself (`manage-style.ts` says how plainly). Left out: never. */
  takesUp: z.boolean().nullish(),
});
export type HouseStyle = z.infer<typeof HouseStyle>;

export const noHouseStyle: HouseStyle = { wordings: [], habits: [], phrases: [], dismissed: [] };

/** How a store speaks. `{name}` in a phrase stands for the customer's name. */
export const StoreSettings = z.object({
  name: z.string().trim().min(1).max(120),
  /** The language of replies where the customer's own is not one of ours. */
  language: ReplyLanguage,
  greeting: Phrases,
  /** The greeting where the customer's name is not known. */
  greetingUnnamed: Phrases,
  closing: Phrases,
  signature: Phrases,
  address: FormOfAddress.nullish(),
  /** What some places say otherwise. */
  styles: z.partialRecord(StylePlace, OwnStyle).nullish(),
  /** How it words what it says; left out: as its knowledge does. */
  house: HouseStyle.nullish(),
  /** How many wrong answers a lead tolerates; left out: nobody has said so. */
  tolerance: Tolerance.nullish(),
  /** Left out: `draft`. */
  otherLanguage: OtherLanguage.nullish(),
  /** Leads and the owner may see the figures of each person. Left out: nobody may. */
  comparesPeople: z.boolean().nullish(),
});
export type StoreSettings = z.infer<typeof StoreSettings>;
/** What decides how a reply begins and ends. */
export type StorePhrases = Omit<
  StoreSettings,
  'name' | 'language' | 'house' | 'tolerance' | 'otherLanguage' | 'comparesPeople'
>;

export const Store = z.object({
  id: Id,
  settings: StoreSettings,
  version: z.number().int().positive(),
  createdAt: Instant,
});
export type Store = z.infer<typeof Store>;

/** What a store does with an answer in another language than the customer's. */
export function otherLanguageIn(settings: StoreSettings): OtherLanguage {
  return settings.otherLanguage ?? 'draft';
}

/** What a new store says until its owner words it. */
export const plainSettings: Omit<StoreSettings, 'name'> = {
  language: 'en',
  greeting: { en: 'Hello {name},', zh: '{name}您好，', ja: '{name} 様\n\nお問い合わせありがとうございます。' },
  greetingUnnamed: { en: 'Hello,', zh: '您好，', ja: 'お問い合わせありがとうございます。' },
  closing: { en: 'Kind regards,', zh: '祝好！', ja: '今後ともよろしくお願いいたします。' },
  signature: { en: '', zh: '', ja: '' },
};
