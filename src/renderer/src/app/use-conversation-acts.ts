import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { EditorHandle } from '../features/composer/DraftEditor.tsx';
import type { DiscardReason } from '../features/composer/composer-props.ts';
import { filledAsks } from '../features/composer/marks.ts';
import { askAtHand, candidatesFor } from '../features/composer/nearest.ts';
import type { WorkHandle } from '../features/composer/use-work.ts';
import { isEdited, workWithAnswer } from '../features/composer/work.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { useLatest } from '../ui/use-latest.ts';
import { showToast } from '../ui/toast-store.ts';
import { keyOf, useRequest } from './queries.ts';
import { useReport } from './use-report.ts';

/** Everything one can do with the draft of an open conversation, short of sending. */
export function useConversationActs(thread: Thread, work: WorkHandle, editor: RefObject<EditorHandle | null>) {
  const { t } = useText();
  const cache = useQueryClient();
  const report = useReport();
  const make = useRequest('draft.make');
  const use = useRequest('draft.useEvidence');
  const discard = useRequest('draft.discard');
  const retry = useRequest('outbox.retry');
  const stopLooking = useRequest('outbox.stopLooking');
  const cancel = useRequest('outbox.cancel');
  const conversationId = thread.conversation.id;
  // An answer may come after more was typed: it is merged into the text as it is by then.
  const latest = useLatest(work);
  const [chosenAsk, setChosenAsk] = useState<number | null>(null);
  const base = work.work.base;
  const atHand = base === null ? null : askAtHand(base, filledAsks(base.sentences, work.marks), chosenAsk);

  function takeDraft(draft: Draft): void {
    cache.setQueryData(keyOf('conversation.get', { conversationId }), (before: Thread | undefined) =>
      before === undefined ? before : { ...before, draft },
    );
  }

  function answerFrom(index: number, ask: number): void {
    const evidence = work.work.base?.evidence[index];
    if (evidence === undefined) return;
    // A shop's fact is of its moment: it is inserted, not picked for good.
    const isFact = evidence.kind === 'order' || evidence.kind === 'product';
    if (work.newer !== null || isFact) {
      editor.current?.insert(evidence.answer);
      return;
    }
    // Whoever changes an answer may change it once more; where one was missing, the next is at hand.
    setChosenAsk(work.work.base?.asks[ask]?.evidence == null ? null : ask);
    use.mutate(
      { conversationId, ask, evidenceId: evidence.id },
      {
        onError: report,
        onSuccess: (draft) => {
          const now = latest.current;
          const merged = isEdited(now.work) ? workWithAnswer(now.work, draft, ask) : null;
          if (merged !== null) now.setWork(merged);
          takeDraft(draft);
        },
      },
    );
  }

  return {
    isDrafting: make.isPending || use.isPending,
    answerFrom,
    atHand,
    goToAsk: setChosenAsk,
    nextAsk() {
      if (base !== null && base.asks.length > 0) setChosenAsk(((atHand ?? -1) + 1) % base.asks.length);
    },
    /** Answers the ask at hand from its candidate of this rank. */
    pickCandidate(rank: number) {
      if (base === null || atHand === null) return;
      const candidate = candidatesFor(base, atHand)[rank];
      if (candidate !== undefined && base.asks[atHand]?.evidence !== candidate.evidence)
        answerFrom(candidate.evidence, atHand);
    },
    redraft: () =>
      make.mutate(
        { conversationId },
        {
          onError: report,
          onSuccess: (draft) => {
            if (draft.id === work.work.base?.id) showToast({ text: t('toast.sameDraft') });
            takeDraft(draft);
          },
        },
      ),
    discard(reason: DiscardReason) {
      const draftId = work.work.base?.id;
      if (draftId === undefined) return;
      discard.mutate(
        { draftId, reason },
        {
          onError: report,
          onSuccess: () => {
            latest.current.reset();
            takeDraft({ ...(work.work.base as Draft), state: 'discarded' });
            showToast({ text: t('toast.discarded') });
            editor.current?.focus();
          },
        },
      );
    },
    retry: (outboxId: string) => retry.mutate({ outboxId }, { onError: report }),
    stopLooking: (outboxId: string) => stopLooking.mutate({ outboxId }, { onError: report }),
    cancel: (outboxId: string) => cancel.mutate({ outboxId }, { onError: report }),
  };
}
