import { z } from 'zod';
import { Id, Instant, Phrases, ReplyLanguage } from './basics.ts';
import { Tolerance } from './coverage.ts';

/**
 * What becomes of an answer that is known only in a language the customer did not write: it is drafted as it stands, for
 * an agent to translate, or only shown.
 */
export const OtherLanguage = z.enum(['draft', 'show']);
export type OtherLanguage = z.infer<typeof OtherLanguage>;

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
  /** How many wrong answers a lead tolerates; left out: nobody has said so. */
  tolerance: Tolerance.nullish(),
  /** Left out: `draft`. */
  otherLanguage: OtherLanguage.nullish(),
});
export type StoreSettings = z.infer<typeof StoreSettings>;

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
