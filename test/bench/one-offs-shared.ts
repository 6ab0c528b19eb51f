import { contradictionMemory } from '#core/learning/governance/lesson-contradictions.ts';
import { saveLessonRules } from '#core/learning/governance/share-by-rules.ts';
import type { LessonRule } from '#shared/model/lesson-review.ts';
import { lessonDesk, taught } from '#test/core/learning/governance/lesson-desk.ts';
import { type LabelledPair, type PairReader, readingOf } from '#test/core/learning/typing/labelled-pairs.ts';

export type OneOffsShared = {
  readonly oneOffs: number;
  /** Taught to who sent them. */
  readonly taught: number;
  /** Told to everybody after they were sent once by one agent: without rules, with "two independent replies", and with the agent trusted. */
  readonly once: { readonly noRules: number; readonly confirmed: number; readonly trusted: number };
  /** The same after another agent sent the very same to another customer. */
  readonly twice: number;
};

/** How many of these pairs' one-offs become everybody's by themselves, through the governance of a real desk. */
export async function oneOffsShared(pairs: readonly LabelledPair[], reader: PairReader): Promise<OneOffsShared> {
  const granted = pairs.filter(({ oneOff }) => oneOff !== null);
  const rule: LessonRule = { topics: [], agentIds: [], replies: 2, trustedIds: [] };
  const counts = { taught: 0, noRules: 0, confirmed: 0, trusted: 0, twice: 0 };
  for (const given of ['noRules', 'confirmed', 'trusted', 'twice'] as const) {
    const desk = lessonDesk();
    const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
    const rules = given === 'noRules' ? [] : [given === 'trusted' ? { ...rule, trustedIds: [ben] } : rule];
    saveLessonRules(desk.deps, contradictionMemory(), { storeId: desk.storeId, fromVersion: 0, rules });
    for (const pair of granted) {
      const lessons = readingOf(pair, reader).lessons.filter(({ answer }) => answer.includes(pair.oneOff ?? ''));
      const ids: string[] = [];
      for (const lesson of lessons.map((one) => ({ ...one, changed: null }))) {
        ids.push((await taught(desk, ben, lesson)).id);
        if (given === 'twice') ids.push((await taught(desk, cleo, lesson)).id);
      }
      if (given === 'noRules' && ids.length > 0) counts.taught++;
      if (ids.some((id) => desk.db.lessons.standingOf(id) === 'shared')) counts[given]++;
    }
  }
  const { taught: kept, noRules, confirmed, trusted, twice } = counts;
  return { oneOffs: granted.length, taught: kept, once: { noRules, confirmed, trusted }, twice };
}
