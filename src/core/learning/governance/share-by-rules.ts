import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonDecision, LessonRule, LessonRules } from '#shared/model/lesson-review.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { type DecideDeps, decide, tellDecided } from './decide.ts';
import { sharing } from './lesson-acts.ts';
import { type ContradictionDeps, type ContradictionMemory, lessonContradictions } from './lesson-contradictions.ts';
import { judgedByRules } from './lesson-risk.ts';
import { sourcesOf } from './lesson-sources.ts';

export type RulesDeps = DecideDeps & ContradictionDeps & Pick<Database, 'conversations'>;

/** Shares those of these lessons that the rules of their store share by themselves; returns what was decided. */
export function shareByRules(
  deps: RulesDeps,
  memory: ContradictionMemory,
  items: readonly LearnedItem[],
): readonly LessonDecision[] {
  return items.flatMap((seen) => {
    const rules = deps.lessons.rules(seen.storeId);
    if (rules.rules.length === 0) return [];
    const decision = deps.transaction(() => {
      const item = deps.learned.get(seen.id);
      if (!isSharedByRules(deps, memory, item, rules)) return null;
      return decide(deps, {
        act: 'approve',
        storeId: item.storeId,
        why: '',
        changes: sharing(deps, item, {}, {}),
        rulesVersionId: rules.versionId,
      });
    });
    return decision === null ? [] : [tellDecided(deps, decision)];
  });
}

function isSharedByRules(deps: RulesDeps, memory: ContradictionMemory, item: LearnedItem, rules: LessonRules): boolean {
  const facts = { item, sources: sourcesOf(deps, item), isEntryGone: isEntryGone(deps, item) };
  // Reading what it contradicts costs most: only where nothing else stands against it.
  if (!judgedByRules({ ...facts, contradicts: [] }, rules).isShared) return false;
  return judgedByRules({ ...facts, contradicts: lessonContradictions(deps, memory, item) }, rules).isShared;
}

/** Whether the entry that a lesson corrects is not in use any more. */
export function isEntryGone({ knowledge }: Pick<Database, 'knowledge'>, { correctsEntryId }: LearnedItem): boolean {
  return correctsEntryId !== null && knowledge.find(correctsEntryId)?.state !== 'active';
}

/**
 * A lead sets what is shared without a look, by versions; what waits already is shared at once where the new rules say so.
 * Errors: `conflict` where somebody has set others meanwhile.
 */
export function saveLessonRules(
  deps: RulesDeps,
  memory: ContradictionMemory,
  input: { readonly storeId: string; readonly fromVersion: number; readonly rules: readonly LessonRule[] },
): LessonRules {
  const saved = deps.lessons.saveRules({
    ...input,
    versionId: deps.ids.newId(),
    profileId: deps.profileId(),
    who: deps.person(),
    at: deps.clock.now(),
  });
  const waiting = deps.lessons.list({
    storeId: input.storeId,
    standing: 'waiting',
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
  });
  shareByRules(deps, memory, waiting.items);
  return saved;
}
