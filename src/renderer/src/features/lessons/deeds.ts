import type { LessonCandidate, LessonStanding } from '#shared/model/lesson-review.ts';

export type Deed = 'approve' | 'amend' | 'narrow' | 'entry' | 'reject' | 'revert' | 'aside' | 'replay';

const deedsOf: Readonly<Record<LessonStanding, readonly Deed[]>> = {
  waiting: ['approve', 'amend', 'narrow', 'entry', 'reject', 'aside', 'replay'],
  setAside: ['approve', 'amend', 'narrow', 'entry', 'reject', 'replay'],
  shared: ['amend', 'narrow', 'entry', 'revert'],
  rejected: [],
  withdrawn: [],
};
/** The key of each. */
export const deedKeys: Readonly<Record<Deed, string>> = {
  approve: 'A',
  amend: 'E',
  narrow: 'N',
  entry: 'I',
  reject: 'R',
  revert: 'R',
  aside: 'D',
  replay: 'W',
};

/** What can be done with a lesson; what goes into an entry needs one that is in use. */
export function deedsFor({ standing, entry }: LessonCandidate): readonly Deed[] {
  return deedsOf[standing].filter((deed) => deed !== 'entry' || entry?.state === 'active');
}
