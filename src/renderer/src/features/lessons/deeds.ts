import type { LessonCandidate, LessonStanding } from '#shared/model/lesson-review.ts';

export type Deed = 'approve' | 'amend' | 'narrow' | 'limit' | 'entry' | 'reject' | 'revert' | 'aside' | 'replay';

const deedsOf: Readonly<Record<LessonStanding, readonly Deed[]>> = {
  waiting: ['approve', 'amend', 'narrow', 'limit', 'entry', 'reject', 'aside', 'replay'],
  setAside: ['approve', 'amend', 'narrow', 'limit', 'entry', 'reject', 'replay'],
  shared: ['amend', 'narrow', 'entry', 'revert'],
  rejected: [],
  withdrawn: [],
};
/** The key of each. */
export const deedKeys: Readonly<Record<Deed, string>> = {
  approve: 'A',
  amend: 'E',
  narrow: 'N',
  limit: 'L',
  entry: 'I',
  reject: 'R',
  revert: 'R',
  aside: 'D',
  replay: 'W',
};

/** What can be done with a lesson; what goes into an entry needs one that is in use, and a limit something to limit it to. */
export function deedsFor({ standing, entry, seems }: LessonCandidate): readonly Deed[] {
  const isPossible = (deed: Deed): boolean => {
    if (deed === 'entry') return entry?.state === 'active';
    return deed !== 'limit' || seems.scope.length + seems.channels.length > 0;
  };
  return deedsOf[standing].filter(isPossible);
}
