import { ArrowRight, Pencil, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { useMayChange } from '../../app/presence.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';

function LessonForm({ item, onDone }: { readonly item: LearnedItem; readonly onDone: () => void }) {
  const { t } = useText();
  const report = useReport();
  const save = useRequest('learned.save');
  const [question, setQuestion] = useState(item.question);
  const [answer, setAnswer] = useState(item.answer);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ itemId: item.id, question, answer }, { onError: report, onSuccess: onDone });
      }}
    >
      <Field label={t('lessons.question')}>
        {(parts) => (
          <TextArea
            {...parts}
            autoFocus
            lang={item.language}
            value={question}
            maxLength={2000}
            isShort
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('lessons.answer')}>
        {(parts) => (
          <TextArea
            {...parts}
            lang={item.language}
            value={answer}
            maxLength={20000}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <Button
          type="submit"
          tone="primary"
          disabled={question.trim() === '' || answer.trim() === '' || save.isPending}
        >
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}

/** One learned item: the question it answers, what the draft had said and what is said now. */
export function LessonCard({ item, isChosen }: { readonly item: LearnedItem; readonly isChosen: boolean }) {
  const { t, format } = useText();
  const now = useNow();
  const report = useReport();
  const forget = useRequest('learned.forget');
  const mayChange = useMayChange()(item);
  const [isEditing, setIsEditing] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: 'center' });
  }, [isChosen]);
  return (
    <article
      ref={card}
      data-testid="lesson"
      data-lesson-id={item.id}
      className={classNames(
        'rounded-xl border bg-raised p-4',
        isChosen ? 'border-violet-line ring-2 ring-violet-soft' : 'border-line',
      )}
    >
      {isEditing ? (
        <LessonForm item={item} onDone={() => setIsEditing(false)} />
      ) : (
        <>
          <header className="mb-2 flex items-start gap-3">
            <h2 className="min-w-0 flex-1 text-base font-semibold" lang={item.language}>
              {item.question}
            </h2>
            <Badge tone="violet">{t(`lessons.${item.kind}`)}</Badge>
          </header>
          {item.before === '' ? (
            <p className="prose-mail text-sm" lang={item.language}>
              {item.answer}
            </p>
          ) : (
            <WordDiff before={item.before} after={item.answer} lang={item.language} />
          )}
          <footer className="mt-3 flex flex-wrap items-center gap-2 text-xs text-ink-3">
            <span>{t('lessons.learnedOn', { when: format.moment(item.createdAt, now) })}</span>
            {item.version > 1 && <span>{t('lessons.reworded')}</span>}
            <a
              className="inline-flex items-center gap-1 text-accent-ink underline-offset-2 hover:underline"
              href={`#/inbox/${item.conversationId}`}
            >
              {t('lessons.fromConversation')}
              <ArrowRight size={12} />
            </a>
            {item.correctsEntryId !== null && (
              <a
                className="text-accent-ink underline-offset-2 hover:underline"
                href={`#/knowledge/${item.correctsEntryId}`}
              >
                {t('lessons.correctedEntry')}
              </a>
            )}
            <span className="flex-1" />
            {item.state === 'active' && mayChange && (
              <>
                <Button size="small" tone="quiet" icon={<Pencil size={12} />} onClick={() => setIsEditing(true)}>
                  {t('action.edit')}
                </Button>
                <Button
                  size="small"
                  tone="quiet"
                  data-testid="lesson-forget"
                  icon={<Undo2 size={12} />}
                  disabled={forget.isPending}
                  onClick={() =>
                    forget.mutate(
                      { itemId: item.id },
                      { onError: report, onSuccess: () => showToast({ text: t('toast.forgotten') }) },
                    )
                  }
                >
                  {t('lessons.forget')}
                </Button>
              </>
            )}
          </footer>
        </>
      )}
    </article>
  );
}
