import { useEffect, useRef, useState } from 'react';
import type { SentReview } from '#shared/model/lesson-review.ts';
import { useBackend } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { dismissToast, showToast } from '../../ui/toast-store.ts';
import { undoMs } from './use-lesson-acts.ts';

/** Replies that nobody has looked at, and those that somebody has. */
export type ReviewList = 'open' | 'reviewed';

const otherOf: Readonly<Record<ReviewList, ReviewList>> = { open: 'reviewed', reviewed: 'open' };

/**
 * Marks sent replies as looked at, and takes that back. A reply is in its other list before the backend has answered, and
 * comes back where it refuses; each mark can be undone for a while from its message.
 */
export function useReviewMarks(onBack: (outcomeId: string) => void) {
  const { t } = useText();
  const backend = useBackend();
  const report = useReport();
  const [lists, setLists] = useState<ReadonlyMap<string, ReviewList>>(new Map());
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  /** What is offered of each reply: it ends with its next mark. */
  const offers = useRef(new Map<string, number>());
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);

  function put(outcomeId: string, list: ReviewList, note: string): Promise<unknown> {
    setLists((before) => new Map(before).set(outcomeId, list));
    const offered = offers.current.get(outcomeId);
    if (offered !== undefined) dismissToast(offered);
    if (list === 'open') return backend.call('lesson.unmarkReviewed', { outcomeId });
    return backend.call('lesson.markReviewed', { outcomeId, ...(note === '' ? {} : { note }) });
  }

  async function undo(outcomeId: string, from: ReviewList, note: string): Promise<void> {
    setNotes((before) => new Map(before).set(outcomeId, note));
    try {
      await put(outcomeId, from, note);
    } catch (error) {
      setLists((before) => new Map(before).set(outcomeId, otherOf[from]));
      report(error);
      return;
    }
    // Whoever went elsewhere meanwhile is not fetched back.
    if (isShown.current) onBack(outcomeId);
    showToast({ text: t('lessons.did.undo') });
  }

  /** `note`: what goes with a mark, or went with the one that is taken away. */
  async function move({ outcome: { id }, customer }: SentReview, to: ReviewList, note: string): Promise<void> {
    const from = otherOf[to];
    try {
      await put(id, to, note);
    } catch (error) {
      setLists((before) => new Map(before).set(id, from));
      if (isShown.current) onBack(id);
      report(error);
      return;
    }
    const offered = showToast({
      tone: 'good',
      text: t(to === 'reviewed' ? 'replies.marked' : 'replies.unmarked'),
      more: customer,
      lasts: undoMs,
      hasCountdown: true,
      actions: [{ label: t('action.undo'), shortcut: 'Z', run: () => void undo(id, from, note) }],
    });
    offers.current.set(id, offered);
  }

  return {
    move,
    /** What was noted with a mark that was undone: nobody writes it twice. */
    noteOf: (outcomeId: string): string => notes.get(outcomeId) ?? '',
    isIn: (outcomeId: string, list: ReviewList): boolean => (lists.get(outcomeId) ?? list) === list,
  };
}
