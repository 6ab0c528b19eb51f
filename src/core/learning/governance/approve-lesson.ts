import { isForeign } from '#shared/answer-language.ts';
import { AppError } from '#shared/errors.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonDecision } from '#shared/model/lesson-review.ts';
import { type KnowledgeDeps, appendVersion, contentOf, tellChanged } from '../../knowledge/save-knowledge.ts';
import { learnedContent, passageVectors } from '../../retrieval/index-passage.ts';
import {
  type DecideDeps,
  type ItemChange,
  decide,
  decidedMeanwhile,
  outOfUse,
  tellDecided,
  unchangedItem,
} from './decide.ts';
import { type Limits, type Words, refuseWithoutEntry, sharing } from './lesson-acts.ts';

export type ApproveDeps = DecideDeps & KnowledgeDeps;

export type ApproveInput = Words &
  Limits & {
    readonly itemId: string;
    readonly fromVersionId?: string | undefined;
    readonly intoEntry?: boolean | undefined;
    readonly why?: string | undefined;
  };

/**
 * A lead shares a lesson with everyone, as it is, amended or narrowed, or has its answer become the next version of the
 * entry it corrects. A shared one may be amended and narrowed the same way. Errors: `not_found`; `conflict` where somebody
 * has decided meanwhile, nothing would change, or the entry is out of use; `invalid_input` for what cannot go into an entry.
 */
export async function approveLesson(deps: ApproveDeps, input: ApproveInput): Promise<LessonDecision> {
  if (input.intoEntry === true) return approveIntoEntry(deps, input);
  // One that was set aside is in no index, and other words are in none yet.
  const seen = deps.learned.get(input.itemId);
  const said = sharing(deps, seen, input, input).map(({ item, next }) => learnedContent({ ...item, ...next }));
  const vectors = await passageVectors(deps, said);
  const decision = deps.transaction(() => {
    const item = unchangedItem(deps, input.itemId, input.fromVersionId);
    if (item.state !== 'active') throw decidedMeanwhile();
    refuseWithoutEntry(deps, item);
    const changes = sharing(deps, item, input, input);
    if (item.reach === 'everyone' && !changes.some(isOther)) throw decidedMeanwhile();
    const made = decide(deps, { act: 'approve', storeId: item.storeId, why: input.why ?? '', changes });
    vectors.keep();
    return made;
  });
  return tellDecided(deps, decision);
}

function isOther({ item, next }: ItemChange): boolean {
  const keys = Object.keys(next) as Array<keyof typeof next>;
  return keys.some((key) => JSON.stringify(next[key]) !== JSON.stringify(item[key]));
}

async function approveIntoEntry(deps: ApproveDeps, input: ApproveInput): Promise<LessonDecision> {
  const seen = unchangedItem(deps, input.itemId, input.fromVersionId);
  const content = correctedContent(entryOf(deps, seen), seen, input);
  const vectors = await passageVectors(deps, [content]);
  const { decision, entry } = deps.transaction(() => {
    const item = unchangedItem(deps, input.itemId, seen.versionId);
    if (item.state !== 'active') throw decidedMeanwhile();
    const before = entryOf(deps, item);
    const why = input.why ?? '';
    const change = { who: deps.person(), why };
    const written = appendVersion(deps, before, { content: correctedContent(before, item, input), change });
    vectors.keep();
    const former = item.supersedesId === null ? null : deps.learned.get(item.supersedesId);
    const isFormerShared = former?.state === 'active' && former.reach === 'everyone';
    const gone = [item, ...(isFormerShared ? [former] : [])];
    const made = decide(deps, {
      act: 'approve',
      storeId: item.storeId,
      why,
      changes: gone.map((one) => ({ item: one, next: outOfUse, after: 'withdrawn' })),
      entries: [{ entryId: before.id, versionBefore: before.versionId, versionAfter: written.versionId }],
    });
    return { decision: made, entry: written };
  });
  tellChanged(deps, [entry]);
  return tellDecided(deps, decision);
}

function entryOf({ knowledge }: Pick<ApproveDeps, 'knowledge'>, item: LearnedItem): KnowledgeEntry {
  const { correctsEntryId } = item;
  if (correctsEntryId === null)
    throw new AppError('invalid_input', 'The lesson corrects no entry.', { detail: { field: 'intoEntry' } });
  refuseWithoutEntry({ knowledge }, item);
  return knowledge.get(correctsEntryId);
}

/** The entry with the lesson's answer, and what it is asked as the lead words it. */
function correctedContent(entry: KnowledgeEntry, item: LearnedItem, input: ApproveInput) {
  if (isForeign(item, entry.language))
    throw new AppError('invalid_input', 'The lesson is in another language than its entry.', {
      detail: { field: 'intoEntry' },
    });
  return {
    ...contentOf(entry),
    answer: input.answer ?? item.answer,
    ...(input.question === undefined ? {} : { question: input.question }),
    ...(input.scope === undefined ? {} : { scope: [...input.scope] }),
    ...(input.channels === undefined ? {} : { channels: [...input.channels] }),
  };
}
