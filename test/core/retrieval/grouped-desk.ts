import { type CoreDesk, coreDesk, teach } from '#test/support/core-desk.ts';

/** What the answers of the grouped knowledge are about, each with words of its own. */
export const matters = [
  ['Norway parcel', 'It takes 7 days by courier to Norway.'],
  ['refund money', 'Money is back within 14 days of the return.'],
  ['dishwasher lid', 'Please wash the lid by hand alone.'],
  ['invoice company', 'An invoice for a company comes by mail.'],
  ['coupon code', 'Enter the coupon code at the checkout page.'],
  ['engraving initials', 'Engraving of initials costs 12 EUR.'],
  ['spare handle', 'A spare handle can be had from our workshop.'],
  ['gift wrapping', 'Gift wrapping is free of charge in December.'],
  ['oolong caffeine', 'Oolong has half the caffeine of coffee.'],
  ['password login', 'Reset the password from the login page.'],
] as const;

const asked = [
  (words: string) => `What about the ${words}?`,
  (words: string) => `Can you tell me more of ${words} please`,
  (words: string) => `I need help with ${words}`,
  (words: string) => `${words}, how does it work?`,
  (words: string) => `Is there anything to know on ${words} here?`,
] as const;

/** A question about one of the matters that is nobody's in the knowledge. */
export const newQuestion = (matter: number): string =>
  `Hi, a quick one: ${matters[matter % matters.length]?.[0] ?? ''} question`;

/** A desk whose knowledge gives each answer to five questions. */
export async function groupedDesk(): Promise<CoreDesk> {
  const desk = coreDesk();
  for (const question of asked)
    for (const [words, answer] of matters) await teach(desk, question(words), answer, { topic: words });
  return desk;
}
