import type { KnowledgeOrigin } from '#shared/model/knowledge.ts';
import type { Plan } from '../sources/plan-source.ts';
import { type Choice, isChosen } from '../sources/take-plan.ts';
import type { SupposedEdit } from './supposed-entries.ts';

/** What taking the chosen lines of a plan would do to the knowledge, one edit an entry. */
export function editsOfPlan(plan: Plan, choice: Choice): readonly SupposedEdit[] {
  return plan.changes.flatMap((planned, id): SupposedEdit[] => {
    const { known, after, piece } = planned;
    if (!isChosen(planned, id, choice)) return [];
    if (after === null) return known === null ? [] : [{ kind: 'retire', entryId: known.id }];
    const source: KnowledgeOrigin | undefined =
      piece === null ? undefined : { ...piece.place, origin: plan.origin, file: piece.file, sourceId: plan.sourceId };
    const save = { kind: 'save' as const, entryId: known?.id ?? null, place: plan.place, content: after, source };
    return known?.state === 'retired' ? [{ kind: 'restore', entryId: known.id }, save] : [save];
  });
}
