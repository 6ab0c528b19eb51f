import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import type { SentReview } from '#shared/model/lesson-review.ts';
import { usePages } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Field.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useNow } from '../../ui/use-now.ts';
import { LessonList } from './LessonList.tsx';
import { listState } from './ListState.tsx';
import { ReplyReview } from './ReplyReview.tsx';
import { reviewTone, shareTone } from './lesson-words.ts';
import { usePersonText } from './use-person-text.ts';
import { spanUntil, usualDays } from './span-until.ts';
import { type ReviewList, useReviewMarks } from './use-review-marks.ts';

const periods = [7, usualDays, 90] as const;

/** What agents sent, riskiest first, until somebody has looked at it. */
export function RepliesPage(props: {
  readonly storeId: string;
  readonly chosenId: string | null;
  readonly onChoose: (outcomeId: string | null) => void;
  readonly onOpenConversation: (conversationId: string) => void;
}) {
  const { t } = useText();
  const { chosenId, onChoose } = props;
  const now = useNow();
  const [days, setDays] = useState<number>(usualDays);
  const [looked, setLooked] = useState<ReviewList>('open');
  const marks = useReviewMarks(onChoose);
  const list = usePages('lesson.reviews', {
    storeId: props.storeId,
    ...spanUntil(now, days),
    isReviewed: looked === 'reviewed',
  });
  const items = list.items.filter(({ outcome }) => marks.isIn(outcome.id, looked));
  const found = items.findIndex(({ outcome }) => outcome.id === chosenId);
  const at = found >= 0 ? found : Math.min(0, items.length - 1);
  const chosen = items[at];

  /** Whoever has looked at one goes on to the next. */
  function leave(review: SentReview, note: string): void {
    const rest = items.filter(({ outcome }) => outcome.id !== review.outcome.id);
    onChoose(rest[Math.min(at, rest.length - 1)]?.outcome.id ?? null);
    void marks.move(review, looked === 'open' ? 'reviewed' : 'open', note);
  }

  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex items-center gap-3 border-b border-line px-4 py-1.5">
        <Tabs
          label={t('lessons.section.replies')}
          value={looked}
          onChange={setLooked}
          tabs={[
            { id: 'open', label: t('replies.open') },
            { id: 'reviewed', label: t('replies.reviewed') },
          ]}
        />
        <Select
          label={t('replies.period')}
          className="!w-32"
          value={`${days}`}
          onChange={(value) => setDays(Number(value))}
          options={periods.map((count) => ({ value: `${count}`, label: t('insights.days', { count }) }))}
        />
      </div>
      <div className="flex min-h-0 flex-1">
        {listState(list.error, list.isPending) ??
          (chosen === undefined ? (
            <EmptyState icon={<MailCheck size={28} />} title={t('replies.empty')} text={t('replies.emptyText')} />
          ) : (
            <>
              <LessonList
                label={t('replies.list')}
                items={items}
                total={list.total}
                at={at}
                idOf={({ outcome }) => outcome.id}
                rowTestId="reply-row"
                renderRow={(review) => <ReplyRow review={review} />}
                onChoose={({ outcome }) => onChoose(outcome.id)}
                onNearEnd={list.readMore}
              />
              <ReplyReview
                key={chosen.outcome.id}
                review={chosen}
                note={marks.noteOf(chosen.outcome.id)}
                onMove={(note) => leave(chosen, note)}
                onOpenConversation={props.onOpenConversation}
              />
            </>
          ))}
      </div>
    </div>
  );
}

function ReplyRow({ review }: { readonly review: SentReview }) {
  const { t, format } = useText();
  const personText = usePersonText();
  const now = useNow();
  const { outcome, risks } = review;
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate text-sm font-medium">
          {review.customer}
          {review.subject !== '' && <span className="font-normal text-ink-2"> · {review.subject}</span>}
        </span>
        <time className="shrink-0 text-2xs text-ink-3">{format.moment(outcome.createdAt, now)}</time>
      </span>
      <span className="truncate text-xs text-ink-2">
        {t('lessons.by', { name: personText(review.person) })} · {t(`act.${outcome.act}`)}
      </span>
      <span className="flex items-center gap-2">
        <span className="flex min-w-0 flex-1 gap-1 overflow-hidden">
          {risks.map((risk) => (
            <Badge key={risk} tone={reviewTone(risk)}>
              {t(`replies.risk.${risk}`)}
            </Badge>
          ))}
          {risks.length === 0 && <span className="text-2xs text-ink-3">{t('replies.calm')}</span>}
        </span>
        <Meter value={review.risk} label={t('lessons.risk')} tone={shareTone(review.risk)} className="w-8 shrink-0" />
      </span>
    </span>
  );
}
