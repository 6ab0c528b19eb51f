import type { LessonAct, LessonDecision } from '#shared/model/lesson-review.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { useDeciderText } from './use-person-text.ts';
import { useNow } from '../../ui/use-now.ts';

const actTones: Readonly<Record<LessonAct, Tone>> = {
  approve: 'accent',
  merge: 'accent',
  reject: 'red',
  setAside: 'neutral',
  revert: 'amber',
  withdraw: 'amber',
  undo: 'neutral',
};

/** What was decided, by whom, when and why. */
export function DecisionLine({ decision }: { readonly decision: LessonDecision }) {
  const { t, format } = useText();
  const deciderText = useDeciderText();
  const now = useNow();
  const { act, rulesVersionId, why, undoneById, again, entries } = decision;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <Badge tone={actTones[again ?? act]}>{t(`history.act.${again ?? act}`)}</Badge>
      {again !== null && <Badge>{t('history.again')}</Badge>}
      <span>{rulesVersionId !== null ? t('history.byRule') : t('lessons.by', { name: deciderText(decision) })}</span>
      <time className="numbers text-ink-3">{format.moment(decision.at, now)}</time>
      {entries.length > 0 && <span className="text-ink-3">{t('history.entry')}</span>}
      {why !== '' && <q className="min-w-0 break-words">{why}</q>}
      {undoneById !== null && <Badge>{t('history.undone')}</Badge>}
    </span>
  );
}
