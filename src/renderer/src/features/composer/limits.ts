import type { ReplyLimits } from '#shared/model/conversation.ts';

/** From this share of the longest length on a person sees how much is left. */
const tellFrom = 0.8;
const hour = 3_600_000;

/** How a text stands to what its channel takes, as it is shown while it is written. */
export type LimitView = {
  /** Characters that are left, negative where there are too many; null while there is plenty of room. */
  readonly left: number | null;
  readonly maxLength: number;
  /** Until when a reply is taken; null where it always is. */
  readonly closesAt: number | null;
  readonly isClosing: boolean;
  /** Why it cannot be sent as it is; null where it can. */
  readonly blockedBy: 'removed' | 'closed' | 'over' | null;
};

/** `limits` is null where the inbox was removed. The length is that of what is sent: without space around it. */
export function limitView(limits: ReplyLimits | null, text: string, now: number): LimitView {
  if (limits === null) return { left: null, maxLength: 0, closesAt: null, isClosing: false, blockedBy: 'removed' };
  const { maxLength, closesAt } = limits;
  const { length } = text.trim();
  const isClosed = closesAt !== null && closesAt <= now;
  return {
    left: length >= maxLength * tellFrom ? maxLength - length : null,
    maxLength,
    closesAt,
    isClosing: closesAt !== null && !isClosed && closesAt - now < hour,
    blockedBy: isClosed ? 'closed' : length > maxLength ? 'over' : null,
  };
}
