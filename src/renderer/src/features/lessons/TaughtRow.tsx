import type { TaughtLesson } from '#shared/model/lesson-fate.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { limitsText } from './lesson-words.ts';
import { OwnLesson } from './OwnLesson.tsx';
import { becameOf, isReworded } from './own-words.ts';
import { useDeciderText } from './use-person-text.ts';

/** A lesson of one's own: what was taught, what became of it, by whom and, where it was refused, why. */
export function TaughtRow({ lesson, isNew }: { readonly lesson: TaughtLesson; readonly isNew: boolean }) {
  const { t } = useText();
  const { item, taught, said, standing } = lesson;
  const limits = limitsText(t, lesson.limits);
  const became = becameOf(lesson);
  return (
    <OwnLesson
      item={item}
      isChangeable={standing === 'waiting'}
      badge={
        <>
          {isNew && (
            <span
              role="img"
              aria-label={t('own.new')}
              title={t('own.new')}
              data-testid="lesson-new"
              className="size-2 shrink-0 self-center rounded-full bg-accent"
            />
          )}
          <Badge tone={became.tone}>{t(became.text)}</Badge>
        </>
      }
    >
      <Decided lesson={lesson} />
      {isReworded(lesson) ? (
        <>
          <p className="text-xs text-ink-2">{t('own.otherWords')}</p>
          {taught.question !== said.question && <WordDiff before={taught.question} after={said.question} />}
          <WordDiff before={taught.answer} after={said.answer} lang={item.language} />
        </>
      ) : (
        <WordDiff before={item.before || taught.answer} after={taught.answer} lang={item.language} />
      )}
      {lesson.isNarrowed && limits !== '' && (
        <p className="text-xs text-ink-2">
          {t('lessons.limits')}: {limits}
        </p>
      )}
    </OwnLesson>
  );
}

function Decided({ lesson: { decision, standing } }: { readonly lesson: TaughtLesson }) {
  const { t, format } = useText();
  const deciderText = useDeciderText();
  const now = useNow();
  if (decision === null) return null;
  const { why, rulesVersionId } = decision;
  return (
    <div className="flex flex-col gap-1 text-xs text-ink-2" data-testid="lesson-decided">
      <p>
        {standing === 'waiting' && `${t('own.waitsAgain')} · `}
        {rulesVersionId === null ? t('lessons.by', { name: deciderText(decision) }) : t('history.byRule')} ·{' '}
        <time className="numbers">{format.moment(decision.at, now)}</time>
      </p>
      {why !== '' && (
        <blockquote className="border-l-2 border-line-strong pl-2 text-sm break-words text-ink">{why}</blockquote>
      )}
    </div>
  );
}
