import { Channel } from '#shared/model/conversation.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { SeemingLimits } from '#shared/model/lesson-review.ts';
import { foldedLine } from '../../knowledge/folded-line.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { subjectsNamed } from '../../retrieval/subjects-named.ts';
import { scopeOf } from '../typing/scope-of.ts';

/** What names more than so many is a list of things, and about none of them. */
const mostNames = 3;

/**
 * To what a lesson seems to be limited by its own words, beyond the limits it has and those of the entry it corrects. It is
 * for a lead to say so; until then it keeps the lesson from nobody.
 */
export function seemingLimits(
  deps: Pick<Database, 'passages'> & { readonly clock: Clock },
  { storeId, question, answer, type, ...item }: LearnedItem,
  entry: KnowledgeEntry | null,
  /** Names of the customers behind it. */
  customers: readonly string[],
): SeemingLimits {
  const whose = customers.map(foldedLine);
  const isOwn = (name: string): boolean => whose.some((one) => one !== '' && one.includes(foldedLine(name)));
  const about = [question, entry?.question ?? ''];
  const { subjects, channels } = scopeOf({ type: type ?? 'fact', text: answer, about, language: null, isOwn });
  const known = deps.passages.subjects({ storeId, about: null, channel: null, at: deps.clock.now() });
  const isLimited = new Set([...item.scope, ...(entry?.scope ?? [])].map(foldedLine));
  const named = subjectsNamed(known, [...about, answer].join('\n')) ?? [];
  const isKnown = new Set(known.map(foldedLine));
  const isChannel = (name: string): boolean => Channel.options.some((channel) => channel === foldedLine(name));
  const names = subjects.filter((name) => {
    const folded = foldedLine(name);
    return !isKnown.has(folded) && !isLimited.has(folded) && !isChannel(name);
  });
  return {
    scope: named.filter((name) => !isLimited.has(foldedLine(name))),
    channels: channels.filter((channel) => ![...item.channels, ...(entry?.channels ?? [])].includes(channel)),
    names: names.length > mostNames ? [] : names,
  };
}
