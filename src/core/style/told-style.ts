import type { ReplyLanguage } from '#shared/model/basics.ts';
import { type HouseStyle, type StylePlace, noHouseStyle } from '#shared/model/store.ts';
import { habitAt } from './style-lines.ts';

const phrasesTold = 5;

/** How a store writes, as a language model is told it; empty: nobody has said. */
export function toldStyle(
  style: HouseStyle | null | undefined,
  language: ReplyLanguage,
  place: StylePlace,
): readonly string[] {
  const house = style ?? noHouseStyle;
  const habit = habitAt(house, language, place);
  const emoji = { never: 'Use no emoji.', sometimes: 'An emoji now and then is welcome.', often: 'Use an emoji.' };
  return [
    ...(habit?.length == null ? [] : [`Most replies have ${habit.length.from} to ${habit.length.to} characters.`]),
    ...(habit?.emoji == null ? [] : [emoji[habit.emoji]]),
    ...house.wordings
      .filter((one) => one.language === language)
      .map(({ avoid, use }) => (use === '' ? `Do not say “${avoid}”.` : `Say “${use}”, not “${avoid}”.`)),
    ...house.phrases
      .filter((one) => one.language === language)
      .slice(0, phrasesTold)
      .map(({ text }) => `Where it fits: “${text}”`),
  ];
}
