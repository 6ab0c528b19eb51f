import { AppError, type Problem, problemOf } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';

/** After so many sends that ended in doubt a person decides. */
export const mostUncertainSends = 4;

/**
 * How many sends of a reply ended in doubt since a person last had a say, 0 where none did. It rests in the detail of
 * the reply's problem, whatever that is by now, so that neither a restart nor a broken line forgets it.
 */
export function uncertainSends({ problem }: Pick<OutboxItem, 'problem'>): number {
  const counted = problem?.detail['uncertainSends'];
  if (typeof counted === 'number') return counted;
  return problem?.code === 'send_uncertain' ? 1 : 0;
}

/** A problem of a reply that had so many sends in doubt. */
export function withUncertainSends(problem: Problem, sends: number): Problem {
  const { uncertainSends: _other, ...detail } = problem.detail;
  return { ...problem, detail: sends === 0 ? detail : { ...detail, uncertainSends: sends } };
}

/** What is to be said of a reply that has no other problem; null where no send was in doubt. */
export function uncertainProblem(sends: number): Problem | null {
  if (sends === 0) return null;
  const error = new AppError(
    'send_uncertain',
    'The line broke while the reply was leaving, and it was not found since',
  );
  return withUncertainSends(problemOf(error), sends);
}
