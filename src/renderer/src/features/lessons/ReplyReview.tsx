import { useState } from 'react';
import type { SentReview } from '#shared/model/lesson-review.ts';
import { useCommand } from '../../app/commands.tsx';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { reviewTone } from './lesson-words.ts';
import { usePersonText } from './use-person-text.ts';

/** A sent reply opened: what was drafted, what went out, and why it is worth a look. Key it by the outcome. */
export function ReplyReview(props: {
  readonly review: SentReview;
  /** What was noted with a mark that was undone. */
  readonly note: string;
  /** Marks it as looked at with this note, or takes such a mark away. */
  readonly onMove: (note: string) => void;
  readonly onOpenConversation: (conversationId: string) => void;
}) {
  const { t, format } = useText();
  const personText = usePersonText();
  const now = useNow();
  const { review } = props;
  const { outcome, unhappy, reviewed } = review;
  const [note, setNote] = useState(props.note);
  const unsupported = outcome.unsupported ?? [];
  const isOpen = reviewed === null;

  const look = (): void => props.onMove(note.trim());
  const open = (): void => props.onOpenConversation(outcome.conversationId);
  useCommand('accept', isOpen ? look : null);
  useCommand('send', isOpen ? look : null);
  useCommand('open', open);

  return (
    <section
      aria-label={review.customer}
      data-testid="reply-detail"
      className="flex min-w-0 flex-1 flex-col overflow-y-auto"
    >
      <div
        role="toolbar"
        aria-label={t('lessons.shortcuts')}
        className="sticky top-0 z-10 mb-4 flex flex-wrap gap-1.5 border-b border-line bg-surface px-5 py-2"
      >
        {isOpen && (
          <Button tone="primary" shortcut="A" data-testid="reply-mark" onClick={look}>
            {t('replies.mark')}
          </Button>
        )}
        {reviewed !== null && (
          <Button data-testid="reply-unmark" onClick={() => props.onMove(reviewed.note)}>
            {t('replies.unmark')}
          </Button>
        )}
        <Button shortcut="↵" onClick={open}>
          {t('lessons.openConversation')}
        </Button>
      </div>
      <div className="flex max-w-3xl flex-col gap-5 px-5 pb-6">
        <header className="flex flex-col gap-1.5">
          <h2 className="text-lg font-semibold break-words">{review.subject || review.customer}</h2>
          <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
            {review.risks.map((risk) => (
              <Badge key={risk} tone={reviewTone(risk)}>
                {t(`replies.risk.${risk}`)}
              </Badge>
            ))}
            <span>
              {review.customer} · {t('lessons.by', { name: personText(review.person) })} ·{' '}
              {format.moment(outcome.createdAt, now)}
            </span>
          </p>
          {reviewed !== null && (
            <p className="text-xs text-ink-2">
              {t('replies.lookedAt', {
                who: reviewed.who || t('lessons.unnamed'),
                when: format.moment(reviewed.at, now),
              })}
              {reviewed.note !== '' && <q className="ml-1">{reviewed.note}</q>}
            </p>
          )}
        </header>
        {unsupported.length > 0 && (
          <section>
            <h3 className="mb-1.5 text-xs font-semibold text-ink-2">{t('replies.unsupported')}</h3>
            <ul className="flex flex-col gap-1 text-sm">
              {unsupported.map((one, index) => (
                <li key={index} className="rounded-lg border border-red-line bg-red-soft/40 px-3 py-1.5">
                  <q className="font-medium">{one.said}</q>
                  {one.says !== null && one.says !== '' && (
                    <span className="text-ink-2"> · {t('replies.sourceSays', { says: one.says })}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {unhappy !== null && (
          <section>
            <h3 className="mb-1.5 text-xs font-semibold text-ink-2">
              {t(unhappy.isAfter ? 'replies.unhappyAfter' : 'replies.unhappyBefore')}
            </h3>
            <p className="prose-mail border-l-2 border-amber-line pl-3 text-sm">{unhappy.text}</p>
          </section>
        )}
        <section>
          <h3 className="mb-1.5 text-xs font-semibold text-ink-2">
            {t(
              outcome.draftText === ''
                ? 'replies.byHand'
                : outcome.act === 'accepted'
                  ? 'replies.asDrafted'
                  : 'replies.diff',
            )}
          </h3>
          <div className="rounded-xl border border-line bg-raised px-4 py-3">
            <WordDiff before={outcome.draftText || outcome.sentText} after={outcome.sentText} />
          </div>
        </section>
        {isOpen && (
          <Field label={t('replies.note')} hint={t('replies.noteHint')}>
            {(parts) => (
              <TextArea
                {...parts}
                isShort
                data-testid="reply-note"
                maxLength={1_000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
    </section>
  );
}
