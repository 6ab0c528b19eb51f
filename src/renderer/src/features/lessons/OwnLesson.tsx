import { ArrowRight, Pencil, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { useMayChange } from '../../app/presence.ts';
import { useRequest } from '../../app/queries.ts';
import { useOpenConversation } from '../../app/use-open-conversation.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { LessonForm } from './LessonForm.tsx';

const standings = {
  author: { text: 'own.waiting', tone: 'amber' },
  everyone: { text: 'own.shared', tone: 'accent' },
  nobody: { text: 'own.nobody', tone: 'neutral' },
} as const;

/** A lesson that counts for a person, and for whom else. */
export function CountingRow({ item }: { readonly item: LearnedItem }) {
  const { t } = useText();
  const isChangeable = useMayChange()(item);
  const { tone, text } = standings[item.reach];
  return (
    <OwnLesson item={item} isChangeable={isChangeable} badge={<Badge tone={tone}>{t(text)}</Badge>}>
      <WordDiff before={item.before || item.answer} after={item.answer} lang={item.language} />
    </OwnLesson>
  );
}

/** A lesson as whoever it counts for reads it, with what whoever taught it may still do about it. */
export function OwnLesson(props: {
  readonly item: LearnedItem;
  readonly badge: ReactNode;
  readonly isChangeable: boolean;
  readonly children: ReactNode;
}) {
  const { item } = props;
  const { t, format } = useText();
  const now = useNow();
  const report = useReport();
  const save = useRequest('learned.save');
  const forget = useRequest('learned.forget');
  const openConversation = useOpenConversation();
  const [isEditing, setIsEditing] = useState(false);

  if (isEditing) {
    return (
      <LessonForm
        item={item}
        before={item.before}
        what="amend"
        submit={t('action.save')}
        onDone={({ question = item.question, answer = item.answer }) =>
          save.mutate({ itemId: item.id, question, answer }, { onError: report, onSuccess: () => setIsEditing(false) })
        }
        onClose={() => setIsEditing(false)}
      />
    );
  }
  return (
    <article className="flex max-w-3xl flex-col gap-1.5" data-lesson-id={item.id}>
      <header className="flex items-start gap-3">
        <h2 className="min-w-0 flex-1 text-sm font-semibold break-words" lang={item.language}>
          {item.question}
        </h2>
        {props.badge}
      </header>
      {props.children}
      <footer className="flex flex-wrap items-center gap-3 text-xs text-ink-3">
        <span>{t('own.learnedOn', { when: format.moment(item.createdAt, now) })}</span>
        <button
          type="button"
          className="inline-flex items-center gap-1 text-accent-ink underline-offset-2 hover:underline"
          onClick={() => openConversation(item.conversationId)}
        >
          {t('lessons.openConversation')}
          <ArrowRight size={12} aria-hidden />
        </button>
        <span className="flex-1" />
        {props.isChangeable && (
          <>
            <Button size="small" tone="quiet" icon={<Pencil size={12} />} onClick={() => setIsEditing(true)}>
              {t('own.edit')}
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
              {t('own.forget')}
            </Button>
          </>
        )}
      </footer>
    </article>
  );
}
