import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { LearnedTrait } from '#shared/model/house-style.ts';
import {
  type Habit,
  type HouseStyle,
  type OwnStyle,
  type StoreSettings,
  type StylePlace,
  noHouseStyle,
} from '#shared/model/store.ts';
import { areNear, boundsOf, habitAt, saidAt } from './style-lines.ts';

type Told = Pick<LearnedTrait, 'trait' | 'value' | 'instead'> & {
  readonly language: ReplyLanguage;
  readonly place: StylePlace;
};

/** Whether a store speaks so already. */
export function isInUse(settings: StoreSettings, { trait, value, instead, language, place }: Told): boolean {
  const house = settings.house ?? noHouseStyle;
  switch (trait) {
    case 'phrase':
      return house.phrases.some((one) => one.language === language && one.text === value);
    case 'wording':
      return house.wordings.some((one) => one.language === language && one.avoid === instead && one.use === value);
    default: {
      const said = saidAt(settings, { trait, language, place });
      return said !== null && (trait === 'length' ? areNear(said, value) : said.trim() === value.trim());
    }
  }
}

/** What a store's settings become when it takes up what was learned. */
export function takenUp(settings: StoreSettings, told: Told): Pick<StoreSettings, 'house' | 'styles'> {
  const { trait, value, instead, language, place } = told;
  const house = settings.house ?? noHouseStyle;
  const styles = settings.styles ?? {};
  const own = styles[place] ?? {};
  const styled = (change: OwnStyle) => ({ house, styles: { ...styles, [place]: { ...own, ...change } } });
  switch (trait) {
    case 'greeting':
    case 'greetingUnnamed':
    case 'closing':
      return styled({ [trait]: { ...own[trait], [language]: value } });
    case 'address':
      return styled({ address: { ...own.address, [language]: value } });
    case 'length':
      return { styles, house: withHabit(house, language, place, { length: boundsOf(value) }) };
    case 'emoji':
      return { styles, house: withHabit(house, language, place, { emoji: value as Habit['emoji'] }) };
    case 'phrase':
      return { styles, house: { ...house, phrases: [...house.phrases, { language, text: value }] } };
    case 'wording': {
      // What was to be said till now is what is to be avoided: both at once would turn the words around for ever.
      const others = house.wordings.filter(
        (one) => one.language !== language || (one.avoid !== instead && (one.avoid !== value || one.use !== instead)),
      );
      return { styles, house: { ...house, wordings: [...others, { language, avoid: instead ?? '', use: value }] } };
    }
  }
}

function withHabit(
  house: HouseStyle,
  language: ReplyLanguage,
  place: StylePlace,
  change: Partial<Pick<Habit, 'length' | 'emoji'>>,
): HouseStyle {
  const known = habitAt(house, language, place);
  const others = house.habits.filter((one) => one !== known);
  return { ...house, habits: [...others, { language, place, ...known, ...change }] };
}
