import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { LearnedTrait, StyleTrait } from '#shared/model/house-style.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { StoreSettings, StylePlace } from '#shared/model/store.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { personalMarks } from '../learning/personal-marks.ts';
import type { StoreVersion } from '../ports/repositories/stores.ts';
import { isInUse } from './in-use.ts';
import { type ReplyStyle, readStyle } from './read-style.ts';
import { type StyleLine, editedAt, isPlainlyOther, saidAt } from './style-lines.ts';
import { rewordedIn } from './wordings.ts';

/** A sent reply as far as it tells how its store writes. */
export type ReadReply = {
  readonly outcome: Outcome;
  readonly language: ReplyLanguage;
  readonly place: StylePlace;
  readonly customerName: string;
  readonly style: ReplyStyle;
};

/** Fewer replies in a language and place tell nothing. */
export const leastReplies = 10;
/** What so large a share of them has in common is how they are written … */
const usual = 0.6;
/** … and what a few of them say, word for word, is one of their phrases. */
const phrase = { replies: 5, share: 0.1 };
/** So often a wording is changed, and so seldom it is left where it was drafted; where all but one person change it, more often. */
const reworded = { replies: 5, keptAtMost: 0.25, keptByOneAtMost: 0.4 };
/** Who wrote fewer has no way of writing of their own yet. */
const leastOfOne = 3;
const casesShown = 10;
const mostPhrases = 8;

type Found = {
  readonly value: string;
  readonly instead?: string;
  readonly showing: readonly ReadReply[];
  readonly of: number;
};

/** What the replies of one language and place have in common. `settings`: of the store, `versions`: newest first. */
export function traitsOf(
  replies: readonly ReadReply[],
  at: Pick<StyleLine, 'language' | 'place'>,
  store: { readonly settings: StoreSettings; readonly versions: readonly StoreVersion[] },
): readonly LearnedTrait[] {
  const learned = (trait: StyleTrait, found: Found, line: Pick<LearnedTrait, 'said' | 'editedAt' | 'isChange'>) => {
    const { value, instead = null, showing, of } = found;
    return {
      key: JSON.stringify([trait, at.language, at.place, value, instead]),
      trait,
      value,
      instead,
      replies: showing.length,
      of,
      people: peopleOf(showing),
      since: oldestOf(showing),
      isInUse: isInUse(store.settings, { trait, value, instead, ...at }),
      ...line,
      conversationIds: [...new Set(showing.map(({ outcome }) => outcome.conversationId))].slice(0, casesShown),
    };
  };
  const single = (trait: StyleLine['trait']): readonly LearnedTrait[] => {
    const line = { trait, ...at };
    const said = saidAt(store.settings, line);
    const edited = editedAt(store.versions, line);
    const after = edited === null ? [] : replies.filter(({ outcome }) => outcome.createdAt > edited);
    const change = after.length < leastReplies ? null : lineOf[trait](after);
    const isChange =
      change !== null &&
      change.showing.length >= leastReplies &&
      isPlainlyOther(trait, said, change.value, bearingShare(after));
    const found = isChange ? change : lineOf[trait](replies);
    return found === null ? [] : [learned(trait, found, { said, editedAt: edited, isChange })];
  };
  const several = { said: null, editedAt: null, isChange: false };
  return [
    ...(['greeting', 'greetingUnnamed', 'address', 'closing', 'length', 'emoji'] as const).flatMap(single),
    ...phrasesOf(replies).map((found) => learned('phrase', found, several)),
    ...wordingsOf(replies, at.language).map((found) => learned('wording', found, several)),
  ];
}

const lineOf: Record<StyleLine['trait'], (replies: readonly ReadReply[]) => Found | null> = {
  greeting: (replies) =>
    commonest(
      replies.filter(({ style, customerName }) => customerName !== '' && style.greeting !== null),
      ({ style }) => style.greeting,
    ),
  greetingUnnamed: (replies) =>
    commonest(
      replies.filter(({ style, customerName }) => customerName === '' && style.greeting !== null),
      ({ style }) => style.greeting,
    ),
  address: (replies) =>
    commonest(
      replies.filter(({ style }) => style.address !== null),
      ({ style }) => style.address,
    ),
  closing: (replies) => commonest(replies, ({ style }) => style.closing),
  length: lengthOf,
  emoji: emojiOf,
};

function commonest(among: readonly ReadReply[], valueOf: (one: ReadReply) => string | null): Found | null {
  const values = Map.groupBy(among, valueOf);
  values.delete(null);
  const [best] = [...values].toSorted((a, b) => b[1].length - a[1].length);
  if (best === undefined || best[0] === null) return null;
  const [value, showing] = best;
  if (showing.length < leastReplies || !isUsual(showing, among)) return null;
  return { value, showing, of: among.length };
}

/** Most replies, and where several people write, those of several. */
function isUsual(showing: readonly ReadReply[], among: readonly ReadReply[]): boolean {
  return showing.length >= usual * among.length && isOfSeveral(showing, among);
}

/** Where several people write, what only one of them says is their own way. */
function isOfSeveral(showing: readonly ReadReply[], among: readonly ReadReply[]): boolean {
  return peopleOf(among) < 2 || peopleOf(showing) > 1;
}

/** Different people who wrote them; 0 where that is not known. */
export function peopleOf(replies: readonly ReadReply[]): number {
  return new Set(replies.flatMap(({ outcome }) => outcome.profileId ?? [])).size;
}

/** When the first of them was sent, ms. */
export function oldestOf(replies: readonly ReadReply[]): number {
  return Math.min(...replies.map(({ outcome }) => outcome.createdAt));
}

/** Replies by who wrote them: whoever writes most, or longest, is one among them. */
function byPerson(replies: readonly ReadReply[]): ReadonlyArray<readonly ReadReply[]> {
  const all = [...Map.groupBy(replies, ({ outcome }) => outcome.profileId).values()];
  const telling = all.filter((those) => those.length >= leastOfOne);
  return telling.length > 1 ? telling : all;
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0,
  ];
  return (low + high) / 2;
}

/** From where to where most replies go, in characters: without the shortest and the longest tenth of each person's. */
function lengthOf(replies: readonly ReadReply[]): Found | null {
  const people = byPerson(replies).map((those) => those.map(charactersOf).toSorted((a, b) => a - b));
  const at = (share: number): number =>
    Math.round(medianOf(people.map((lengths) => lengths[Math.floor(share * (lengths.length - 1))] ?? 1)));
  const [from, to] = [at(0.1), at(0.9)];
  const showing = replies.filter((one) => charactersOf(one) >= from && charactersOf(one) <= to);
  return isUsual(showing, replies) ? { value: `${from}–${to}`, showing, of: replies.length } : null;
}

function charactersOf({ style }: ReadReply): number {
  return Math.max(1, [...style.body].length);
}

function hasEmoji({ style }: ReadReply): boolean {
  return style.emojis.length > 0;
}

function bearingShare(replies: readonly ReadReply[]): number {
  return medianOf(byPerson(replies).map((those) => those.filter(hasEmoji).length / those.length));
}

function emojiOf(replies: readonly ReadReply[]): Found | null {
  const share = bearingShare(replies);
  if (share < 0.05) {
    const showing = replies.filter((one) => !hasEmoji(one));
    return isUsual(showing, replies) ? { value: 'never', showing, of: replies.length } : null;
  }
  const showing = replies.filter(hasEmoji);
  if (!isOfSeveral(showing, replies)) return null;
  return { value: share >= 0.5 ? 'often' : 'sometimes', showing, of: replies.length };
}

/** Sentences that were not drafted and come again and again; what tells of one matter alone hardly does. */
function phrasesOf(replies: readonly ReadReply[]): readonly Found[] {
  const said = new Map<string, Map<string, ReadReply>>();
  for (const reply of replies) {
    const drafted = new Set(sentencesOf(reply.outcome.draftText).map(({ text }) => text));
    for (const { text } of sentencesOf(reply.style.body)) {
      if (drafted.has(text) || text.length < 8 || text.length > 160 || /[\d{}]/.test(text)) continue;
      if (personalMarks(text, reply.customerName).length > 0) continue;
      said.set(text, (said.get(text) ?? new Map()).set(reply.outcome.conversationId, reply));
    }
  }
  return [...said]
    .map(([value, those]) => ({ value, showing: [...those.values()], of: replies.length }))
    .filter(
      ({ showing }) =>
        showing.length >= phrase.replies &&
        showing.length >= phrase.share * replies.length &&
        isOfSeveral(showing, replies),
    )
    .toSorted((a, b) => b.showing.length - a.showing.length)
    .slice(0, mostPhrases);
}

/** Words that agents change wherever they are drafted, in several conversations, always alike. Greetings and closings have lines of their own. */
function wordingsOf(replies: readonly ReadReply[], language: ReplyLanguage): readonly Found[] {
  const changes = new Map<string, Map<string, ReadReply>>();
  const drafts = new Map<ReadReply, string>();
  for (const reply of replies) {
    const { outcome, customerName } = reply;
    const drafted = readStyle({ text: outcome.draftText, language, customerName }).body;
    drafts.set(reply, drafted);
    if (outcome.act !== 'edited') continue;
    for (const { avoid, use } of rewordedIn(drafted, reply.style.body, language)) {
      const key = JSON.stringify([avoid, use]);
      changes.set(key, (changes.get(key) ?? new Map()).set(outcome.conversationId, reply));
    }
  }
  return [...changes].flatMap(([key, those]) => {
    const [avoid = '', value = ''] = JSON.parse(key) as readonly string[];
    const showing = [...those.values()];
    if (showing.length < reworded.replies || !isOfSeveral(showing, replies)) return [];
    const drafted = replies.filter((one) => drafts.get(one)?.includes(avoid));
    const kept = drafted.filter(({ style }) => style.body.includes(avoid));
    const ofOne = peopleOf(drafted) > 2 && peopleOf(kept.filter(isOftenKept(drafted, avoid))) < 2;
    const most = ofOne ? reworded.keptByOneAtMost : reworded.keptAtMost;
    return kept.length > most * drafted.length ? [] : [{ value, instead: avoid, showing, of: drafted.length }];
  });
}

/** Whether who wrote a reply mostly leaves a word as it was drafted. */
function isOftenKept(drafted: readonly ReadReply[], avoid: string): (one: ReadReply) => boolean {
  const people = Map.groupBy(drafted, ({ outcome }) => outcome.profileId);
  return ({ outcome }) => {
    const theirs = people.get(outcome.profileId) ?? [];
    return theirs.filter(({ style }) => style.body.includes(avoid)).length > reworded.keptAtMost * theirs.length;
  };
}
