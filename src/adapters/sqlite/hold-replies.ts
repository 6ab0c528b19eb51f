import type BetterSqlite from 'better-sqlite3';
import { mostUncertainSends } from '#core/outbox/uncertain-sends.ts';
import type { Problem } from '#shared/errors.ts';

/**
 * Keeps the replies of an old database from leaving by themselves. Any of them may have left since, or have been taken
 * back: those under way are looked for in their inbox and then need a person; one that failed is looked for before it is
 * tried again. Returns how many were under way.
 */
export function holdReplies(raw: BetterSqlite.Database): number {
  const held = raw
    .prepare(
      `UPDATE outbox_item SET state = 'uncertain', attempts = 0, next_try_at = NULL, problem = ?
        WHERE state IN ('waiting', 'sending', 'uncertain')`,
    )
    .run(JSON.stringify(heldProblem(mostUncertainSends))).changes;
  raw
    .prepare(
      `UPDATE outbox_item SET problem = CASE
         WHEN problem IS NULL THEN ?
         ELSE json_set(problem, '$.detail.uncertainSends', max(1, coalesce(json_extract(problem, '$.detail.uncertainSends'), 1)))
       END
        WHERE state = 'failed'`,
    )
    .run(JSON.stringify(heldProblem(1)));
  return held;
}

/** So many sends in doubt that the desk, not finding the reply, asks a person rather than sending it once more. */
function heldProblem(uncertainSends: number): Problem {
  return {
    code: 'send_uncertain',
    message: 'The reply comes from a backup: it may have left since',
    detail: { uncertainSends, restored: 1 },
  };
}
