import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { LearnedTrait, StylePart, StyleSheet, StyleTrait } from '#shared/model/house-style.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { StoreSettings, StylePlace } from '#shared/model/store.ts';
import { stylePlaceOf } from '#shared/reply-style.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { standingOutcomes } from '../insights/standing-outcomes.ts';
import { personalMarks } from '../learning/personal-marks.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { isInUse } from './in-use.ts';
import { type ReplyStyle, readStyle } from './read-style.ts';
import { rewordedIn } from './wordings.ts';

export type StyleDeps = Pick<Database, 'stores' | 'conversations' | 'outcomes' | 'outbox'> & {
  readonly clock: Clock;
  readonly passTurn: () => Promise<void>;
};

/** A sent reply as far as it tells how its store writes. */
type Read = {
  readonly outcome: Outcome;
  readonly language: ReplyLanguage;
  readonly place: StylePlace;
  readonly customerName: string;
  readonly style: ReplyStyle;
};

/** Fewer replies in a language and place tell nothing. */
const leastReplies = 10;
/** What so large a share of them has in common is how they are written … */
const usual = 0.6;
/** … and what a few of them say, word for word, is one of their phrases. */
const phrase = { replies: 5, share: 0.1 };
/** So often a wording is changed, and so seldom it is left where it was drafted. */
const reworded = { replies: 5, keptAtMost: 0.25 };
const newest = 1_000;
const slice = 20;
const casesShown = 10;
const mostPhrases = 8;

/** What the newest replies of a store have in common, by language and place. What nobody wants to see again is left out. */
export async function learnedStyle(deps: StyleDeps, storeId: string): Promise<StyleSheet> {
  const { settings } = deps.stores.get(storeId);
  const outcomes = standingOutcomes(deps, { storeId, from: 0, to: deps.clock.now() }).filter(
    ({ act }) => act === 'accepted' || act === 'edited' || act === 'written',
  );
  const read: Read[] = [];
  for (const [i, outcome] of outcomes.slice(0, newest).entries()) {
    if (i % slice === slice - 1) await deps.passTurn();
    const one = readReply(deps, settings, outcome);
    if (one !== null) read.push(one);
  }
  const groups = Map.groupBy(read, ({ language, place }) => `${language}/${place}`);
  const dismissed = new Set(settings.house?.dismissed);
  const parts = [...groups.values()].flatMap((replies): readonly StylePart[] => {
    const [first] = replies;
    if (first === undefined || replies.length < leastReplies) return [];
    const traits = traitsOf(replies, first, settings).filter(({ key }) => !dismissed.has(key));
    const { language, place } = first;
    return [{ language, place, replies: replies.length, people: peopleOf(replies), traits: [...traits] }];
  });
  return { parts: parts.toSorted((a, b) => b.replies - a.replies), leastReplies };
}

function readReply(deps: StyleDeps, settings: StoreSettings, outcome: Outcome): Read | null {
  const conversation = deps.conversations.find(outcome.conversationId);
  if (conversation === null) return null;
  const found = detectLanguage(outcome.sentText);
  const language = found === 'und' ? settings.language : found;
  const { customerName } = conversation;
  const style = readStyle({ text: outcome.sentText, language, customerName });
  return { outcome, language, place: stylePlaceOf(conversation.channel), customerName, style };
}

type Shown = { readonly trait: StyleTrait; readonly value: string; readonly instead?: string };

function traitsOf(
  replies: readonly Read[],
  { language, place }: Pick<Read, 'language' | 'place'>,
  settings: StoreSettings,
): readonly LearnedTrait[] {
  const traitOf = (shown: Shown, showing: readonly Read[], of: number): LearnedTrait => {
    const instead = shown.instead ?? null;
    const key = JSON.stringify([shown.trait, language, place, shown.value, instead]);
    return {
      key,
      trait: shown.trait,
      value: shown.value,
      instead,
      replies: showing.length,
      of,
      people: peopleOf(showing),
      isInUse: isInUse(settings, { ...shown, instead, language, place }),
      conversationIds: [...new Set(showing.map(({ outcome }) => outcome.conversationId))].slice(0, casesShown),
    };
  };
  const named = replies.filter(({ style, customerName }) => customerName !== '' && style.greeting !== null);
  const unnamed = replies.filter(({ customerName, style }) => customerName === '' && style.greeting !== null);
  const commonest = (trait: StyleTrait, among: readonly Read[], valueOf: (one: Read) => string | null) => {
    const values = Map.groupBy(among, valueOf);
    values.delete(null);
    const [best] = [...values].toSorted((a, b) => b[1].length - a[1].length);
    if (best === undefined || best[0] === null) return [];
    const [value, showing] = best;
    if (showing.length < leastReplies || showing.length < usual * among.length || !isOfSeveral(showing, among))
      return [];
    return [traitOf({ trait, value }, showing, among.length)];
  };
  return [
    ...commonest('greeting', named, ({ style }) => style.greeting),
    ...commonest('greetingUnnamed', unnamed, ({ style }) => style.greeting),
    ...commonest(
      'address',
      replies.filter(({ style }) => style.address !== null),
      ({ style }) => style.address,
    ),
    ...commonest('closing', replies, ({ style }) => style.closing),
    traitOf({ trait: 'length', value: lengthsOf(replies) }, replies, replies.length),
    ...emojiOf(replies, traitOf),
    ...phrasesOf(replies, traitOf),
    ...wordingsOf(replies, language, traitOf),
  ];
}

type TraitOf = (shown: Shown, showing: readonly Read[], of: number) => LearnedTrait;

/** Where several people write, what only one of them says is their own way. */
function isOfSeveral(showing: readonly Read[], among: readonly Read[]): boolean {
  return peopleOf(among) < 2 || peopleOf(showing) > 1;
}

function peopleOf(replies: readonly Read[]): number {
  return new Set(replies.flatMap(({ outcome }) => outcome.profileId ?? [])).size;
}

/** From where to where most of them go, in characters: without the shortest and the longest tenth. */
function lengthsOf(replies: readonly Read[]): string {
  const lengths = replies.map(({ style }) => Math.max(1, [...style.body].length)).toSorted((a, b) => a - b);
  const at = (share: number): number => lengths[Math.floor(share * (lengths.length - 1))] ?? 1;
  return `${at(0.1)}–${at(0.9)}`;
}

function emojiOf(replies: readonly Read[], traitOf: TraitOf): readonly LearnedTrait[] {
  const bearing = replies.filter(({ style }) => style.emojis.length > 0);
  const share = bearing.length / replies.length;
  const value = share >= 0.5 ? 'often' : share >= 0.05 ? 'sometimes' : 'never';
  const showing = value === 'never' ? replies.filter(({ style }) => style.emojis.length === 0) : bearing;
  return [traitOf({ trait: 'emoji', value }, showing, replies.length)];
}

/** Sentences that were not drafted and come again and again; what tells of one matter alone hardly does. */
function phrasesOf(replies: readonly Read[], traitOf: TraitOf): readonly LearnedTrait[] {
  const said = new Map<string, Map<string, Read>>();
  for (const reply of replies) {
    const drafted = new Set(sentencesOf(reply.outcome.draftText).map(({ text }) => text));
    for (const { text } of sentencesOf(reply.style.body)) {
      if (drafted.has(text) || text.length < 8 || text.length > 160 || /[\d{}]/.test(text)) continue;
      if (personalMarks(text, reply.customerName).length > 0) continue;
      said.set(text, (said.get(text) ?? new Map()).set(reply.outcome.conversationId, reply));
    }
  }
  return [...said]
    .filter(
      ([, those]) =>
        those.size >= phrase.replies &&
        those.size >= phrase.share * replies.length &&
        isOfSeveral([...those.values()], replies),
    )
    .toSorted((a, b) => b[1].size - a[1].size)
    .slice(0, mostPhrases)
    .map(([value, those]) => traitOf({ trait: 'phrase', value }, [...those.values()], replies.length));
}

/** Words that agents change wherever they are drafted, in several conversations, always alike. */
function wordingsOf(replies: readonly Read[], language: ReplyLanguage, traitOf: TraitOf): readonly LearnedTrait[] {
  const edited = replies.filter(({ outcome }) => outcome.act === 'edited');
  const changes = new Map<string, Map<string, Read>>();
  for (const reply of edited) {
    for (const change of rewordedIn(reply.outcome.draftText, newTextOf(reply.outcome.sentText), language)) {
      const key = JSON.stringify([change.avoid, change.use]);
      changes.set(key, (changes.get(key) ?? new Map()).set(reply.outcome.conversationId, reply));
    }
  }
  return [...changes].flatMap(([key, those]) => {
    const [avoid = '', value = ''] = JSON.parse(key) as readonly string[];
    const showing = [...those.values()];
    if (showing.length < reworded.replies || !isOfSeveral(showing, replies)) return [];
    const drafted = replies.filter(({ outcome }) => outcome.draftText.includes(avoid));
    const kept = drafted.filter(({ outcome }) => outcome.sentText.includes(avoid));
    if (kept.length > reworded.keptAtMost * drafted.length) return [];
    return [traitOf({ trait: 'wording', value, instead: avoid }, showing, drafted.length)];
  });
}
