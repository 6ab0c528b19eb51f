import { AppError } from '#shared/errors.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonDecision } from '#shared/model/lesson-review.ts';
import { detectLanguage } from '../../conversations/detect-language.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { type EmbedDeps, learnedContent, passageVectors } from '../../retrieval/index-passage.ts';
import { type DecideDeps, type ItemChange, decide, decidedMeanwhile, outOfUse, shared, tellDecided } from './decide.ts';
import { type Limits, refuseWithoutEntry } from './lesson-acts.ts';

type MergeDeps = DecideDeps & Pick<Database, 'knowledge'> & EmbedDeps;

export type MergeInput = Limits & {
  readonly itemIds: readonly string[];
  readonly question: string;
  readonly answer: string;
  readonly why?: string | undefined;
};

/**
 * Several lessons that say one thing become one shared one in the lead's words: the next version of the one that is shared
 * already, else a new one. Errors: `not_found`; `conflict` where one of them is out of use, or its entry is; `invalid_input`
 * where they are of several stores, or several of them are shared.
 */
export async function mergeLessons(deps: MergeDeps, input: MergeInput): Promise<LessonDecision> {
  const language = detectLanguage(`${input.question}\n${input.answer}`);
  const vectors = await passageVectors(deps, [learnedContent({ ...input, language })]);
  const decision = deps.transaction(() => {
    const items = [...new Set(input.itemIds)].map((id) => deps.learned.get(id));
    const [first] = items;
    if (first === undefined || items.length < 2 || items.some(({ storeId }) => storeId !== first.storeId))
      throw new AppError('invalid_input', 'Lessons of one store are merged.', { detail: { field: 'itemIds' } });
    if (items.some(({ state }) => state !== 'active')) throw decidedMeanwhile();
    const kept = keptItem(deps, items);
    if (kept !== null) refuseWithoutEntry(deps, kept);
    const said = { question: input.question, answer: input.answer };
    const limits = {
      scope: [...(input.scope ?? [])],
      channels: [...(input.channels ?? [])],
      customerGroup: kept?.customerGroup ?? '',
    };
    const merged: ItemChange =
      kept === null
        ? { item: added(deps, items, { ...said, ...limits }), next: {}, after: 'shared', isNew: true }
        : { item: kept, next: { ...shared, ...said, ...limits }, after: 'shared' };
    const rest = items.filter(({ id }) => id !== kept?.id);
    const made = decide(deps, {
      act: 'merge',
      storeId: first.storeId,
      why: input.why ?? '',
      changes: [merged, ...rest.map((item) => ({ item, next: outOfUse, after: 'withdrawn' as const }))],
    });
    vectors.keep();
    return made;
  });
  return tellDecided(deps, decision);
}

/** The shared one whose next version the merged words are: one of them, or the one that they were to take the place of. */
function keptItem({ learned }: Pick<Database, 'learned'>, items: readonly LearnedItem[]): LearnedItem | null {
  const meant = items.flatMap((item) =>
    item.reach === 'everyone' || item.supersedesId === null ? [item] : [item, learned.get(item.supersedesId)],
  );
  const sharedOnes = new Map(
    meant.flatMap((item) => (item.state === 'active' && item.reach === 'everyone' ? [[item.id, item] as const] : [])),
  );
  if (sharedOnes.size > 1)
    throw new AppError('invalid_input', 'Several of them are shared already.', { detail: { field: 'itemIds' } });
  return [...sharedOnes.values()][0] ?? null;
}

function added(
  deps: MergeDeps,
  items: readonly LearnedItem[],
  content: Pick<LearnedItem, 'question' | 'answer' | 'scope' | 'channels' | 'customerGroup'>,
): LearnedItem {
  const [oldest] = items.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  if (oldest === undefined) throw new AppError('internal', 'Nothing to merge');
  const entries = new Set(items.flatMap(({ correctsEntryId }) => correctsEntryId ?? []));
  const [entryId] = entries;
  const correctsEntryId = entries.size === 1 && entryId !== undefined ? entryId : null;
  const types = new Set(items.map(({ type }) => type));
  const at = deps.clock.now();
  const item: LearnedItem = {
    ...oldest,
    ...content,
    id: deps.ids.newId(),
    versionId: deps.ids.newId(),
    version: 1,
    state: 'active',
    reach: 'everyone',
    kind: correctsEntryId === null ? 'adds' : 'corrects',
    correctsEntryId,
    language: detectLanguage(`${content.question}\n${content.answer}`),
    type: types.size === 1 ? oldest.type : null,
    supersedesId: null,
    confirmedBy: [],
    createdAt: at,
    updatedAt: at,
  };
  refuseWithoutEntry(deps, item);
  deps.learned.add(item);
  return item;
}
