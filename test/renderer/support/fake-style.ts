import type { LearnedTrait, StyleSheet } from '#shared/model/house-style.ts';
import { type Store, type StoreSettings, noHouseStyle } from '#shared/model/store.ts';
import { isInUse, takenUp } from '#core/style/in-use.ts';
import { styleRemarks } from '#core/style/remarks.ts';
import { saidAt } from '#core/style/style-lines.ts';
import { stylePlaceOf } from '#shared/reply-style.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';

type StyleHandlers = Pick<Handlers, Extract<keyof Handlers, `style.${string}`>>;
type Told = Pick<LearnedTrait, 'trait' | 'value' | 'instead' | 'replies' | 'of'> & Partial<LearnedTrait>;

const day = 86_400_000;
const today = Date.now();

const told: readonly Told[] = [
  { trait: 'greeting', value: 'Hi {name},', instead: null, replies: 31, of: 44 },
  {
    trait: 'closing',
    value: 'Let us know if you need anything else.\nWarm wishes,',
    instead: null,
    replies: 19,
    of: 22,
    said: 'Kind regards,',
    editedAt: today - 12 * day,
    since: today - 11 * day,
    isChange: true,
  },
  { trait: 'address', value: 'first', instead: null, replies: 40, of: 44 },
  { trait: 'length', value: '90–310', instead: null, replies: 46, of: 46 },
  { trait: 'emoji', value: 'never', instead: null, replies: 45, of: 46 },
  { trait: 'phrase', value: 'We test every kettle by hand before it leaves.', instead: null, replies: 7, of: 46 },
  { trait: 'wording', value: 'package', instead: 'parcel', replies: 9, of: 11 },
];

/** The house style of a made-up store. */
export function fakeStyleHandlers({ world, emit }: Pick<FakeState, 'world' | 'emit'>): StyleHandlers {
  const saved = (storeId: string, settings: StoreSettings): Store => {
    const before = world.stores.find(({ id }) => id === storeId);
    if (before === undefined) throw new Error('There is no such store');
    const store = { ...before, settings, version: before.version + 1 };
    world.stores = world.stores.map((each) => (each.id === storeId ? store : each));
    emit('store.changed', { storeId });
    return store;
  };
  const settingsOf = (storeId: string): StoreSettings => {
    const store = world.stores.find(({ id }) => id === storeId);
    if (store === undefined) throw new Error('There is no such store');
    return store.settings;
  };
  const at = { language: 'en', place: 'mail' } as const;
  const sheet = (storeId: string): StyleSheet => {
    const settings = settingsOf(storeId);
    const conversationIds = [...world.threads.values()].slice(0, 4).map(({ conversation }) => conversation.id);
    const traits = told.map((one) => {
      const isTaken = isInUse(settings, { ...one, ...at });
      const { trait } = one;
      const said = trait === 'phrase' || trait === 'wording' ? null : saidAt(settings, { trait, ...at });
      return {
        since: today - 40 * day,
        editedAt: null,
        ...one,
        said,
        key: JSON.stringify([one.trait, one.value]),
        people: 3,
        isInUse: isTaken,
        isChange: one.isChange === true && !isTaken,
        conversationIds,
      };
    });
    const shown = traits.filter(({ key }) => settings.house?.dismissed.includes(key) !== true);
    return { leastReplies: 10, parts: [{ ...at, replies: 46, since: today - 40 * day, people: 3, traits: shown }] };
  };
  return {
    'style.check': ({ conversationId, text }) => {
      const thread = world.threads.get(conversationId);
      if (thread === undefined) throw new Error('There is no such conversation');
      const { conversation } = thread;
      const settings = settingsOf(conversation.storeId);
      return styleRemarks({
        text,
        settings,
        language: conversation.language === 'und' ? settings.language : conversation.language,
        place: stylePlaceOf(conversation.channel),
        customerName: conversation.customerName,
        isAnswered: thread.messages.some(({ role }) => role === 'agent'),
      });
    },
    'style.sheet': ({ storeId }) => sheet(storeId),
    'style.use': ({ storeId, key }) => {
      const settings = settingsOf(storeId);
      const one = sheet(storeId).parts[0]?.traits.find((trait) => trait.key === key);
      return saved(storeId, one === undefined ? settings : { ...settings, ...takenUp(settings, { ...one, ...at }) });
    },
    'style.dismiss': ({ storeId, key }) => {
      const settings = settingsOf(storeId);
      const house = settings.house ?? noHouseStyle;
      return saved(storeId, { ...settings, house: { ...house, dismissed: [...house.dismissed, key] } });
    },
    'style.save': ({ storeId, house }) => saved(storeId, { ...settingsOf(storeId), house }),
  };
}
