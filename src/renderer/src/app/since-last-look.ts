import type { DriftAlarm } from '#shared/model/insight.ts';
import type { TaughtLesson } from '#shared/model/lesson-fate.ts';

type Decided = Pick<TaughtLesson, 'decision'>;

/** Whether somebody else, or a rule, decided about a lesson after this moment (ms UTC). */
export function isDecidedSince({ decision }: Decided, lookedAt: number, ownId: string): boolean {
  return decision !== null && decision.at > lookedAt && decision.profileId !== ownId;
}

/** When the newest of them was decided, ms UTC; 0 where none is. */
export function newestDecision(lessons: readonly Decided[]): number {
  return lessons.reduce((newest, { decision }) => Math.max(newest, decision?.at ?? 0), 0);
}

/** The keys of alarms that have not been looked at. */
export function unseenAlarms(
  alarms: ReadonlyArray<Pick<DriftAlarm, 'key'>>,
  seen: readonly string[],
): readonly string[] {
  return alarms.flatMap(({ key }) => (seen.includes(key) ? [] : [key]));
}
