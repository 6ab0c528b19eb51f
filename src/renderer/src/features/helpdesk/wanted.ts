import type { HelpdeskView } from '#shared/contract/helpdesk.ts';
import type { HelpdeskThread, ThreadStatus } from '#shared/model/helpdesk.ts';

/** What a person chose and the helpdesk has not confirmed. A null assignee is nobody. */
export type Wanted = {
  readonly status?: ThreadStatus;
  readonly assigneeId?: string | null;
  readonly tags?: readonly string[];
};

const fields = ['status', 'assigneeId', 'tags'] as const;

/** The thread as the person wants it: what they chose stands over what the helpdesk said last. */
export function shownThread({ thread, assignees }: HelpdeskView, wanted: Wanted): HelpdeskThread {
  const { status = thread.status, assigneeId = thread.assignee?.id ?? null, tags = thread.tags } = wanted;
  const known = [...assignees, ...(thread.assignee === null ? [] : [thread.assignee])];
  return { ...thread, status, tags: [...tags], assignee: known.find(({ id }) => id === assigneeId) ?? null };
}

/** Whether nothing newer was chosen for the fields of a change. */
export function stillWanted(newest: Wanted, change: Wanted): boolean {
  return fields.every((field) => change[field] === undefined || change[field] === newest[field]);
}

/** What is left to confirm after a change was; what was chosen since stays. */
export function withoutWanted(newest: Wanted, change: Wanted): Wanted {
  const left = fields.filter((field) => newest[field] !== undefined && newest[field] !== change[field]);
  return Object.fromEntries(left.map((field) => [field, newest[field]]));
}
