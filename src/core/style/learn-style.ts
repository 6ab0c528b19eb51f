import type { StylePart, StyleSheet } from '#shared/model/house-style.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { stylePlaceOf } from '#shared/reply-style.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { standingOutcomes } from '../insights/standing-outcomes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type ReadReply, leastReplies, oldestOf, peopleOf, traitsOf } from './learn-traits.ts';
import { readStyle } from './read-style.ts';

export type StyleDeps = Pick<Database, 'stores' | 'conversations' | 'outcomes' | 'outbox'> & {
  readonly clock: Clock;
  readonly passTurn: () => Promise<void>;
};

const newest = 1_000;
const slice = 20;

/** What the newest replies of a store have in common, by language and place. What nobody wants to see again is left out. */
export async function learnedStyle(deps: StyleDeps, storeId: string): Promise<StyleSheet> {
  const { settings } = deps.stores.get(storeId);
  const outcomes = standingOutcomes(deps, { storeId, from: 0, to: deps.clock.now() }).filter(
    ({ act }) => act === 'accepted' || act === 'edited' || act === 'written',
  );
  const read: ReadReply[] = [];
  for (const [i, outcome] of outcomes.slice(0, newest).entries()) {
    if (i % slice === slice - 1) await deps.passTurn();
    const one = readReply(deps, settings, outcome);
    if (one !== null) read.push(one);
  }
  const versions = deps.stores.versions(storeId);
  const dismissed = new Set(settings.house?.dismissed);
  const groups = Map.groupBy(read, ({ language, place }) => `${language}/${place}`);
  const parts: StylePart[] = [];
  for (const replies of groups.values()) {
    const [first] = replies;
    if (first === undefined || replies.length < leastReplies) continue;
    await deps.passTurn();
    const at = { language: first.language, place: first.place };
    const traits = traitsOf(replies, at, { settings, versions }).filter(({ key }) => !dismissed.has(key));
    parts.push({ ...at, replies: replies.length, people: peopleOf(replies), since: oldestOf(replies), traits });
  }
  return { parts: parts.toSorted((a, b) => b.replies - a.replies), leastReplies };
}

function readReply(deps: StyleDeps, settings: StoreSettings, outcome: Outcome): ReadReply | null {
  const conversation = deps.conversations.find(outcome.conversationId);
  if (conversation === null) return null;
  const found = detectLanguage(outcome.sentText);
  const language = found === 'und' ? settings.language : found;
  const { customerName } = conversation;
  const style = readStyle({ text: outcome.sentText, language, customerName });
  return { outcome, language, place: stylePlaceOf(conversation.channel), customerName, style };
}
