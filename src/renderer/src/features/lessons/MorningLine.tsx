import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { useNow } from '../../ui/use-now.ts';
import { yesterday } from './span-until.ts';

/** A lead's morning in one line: what waits, what came since yesterday, what was shared meanwhile and by whom. */
export function MorningLine(props: { readonly storeId: string; readonly waiting: number }) {
  const { t } = useText();
  const since = yesterday(useNow());
  const decisions = useAnswer('lesson.decisions', { storeId: props.storeId, limit: 200 });
  // Newest change first: what came since yesterday stands at the head of it.
  const newest = useAnswer('lesson.list', { storeId: props.storeId, standing: 'waiting', limit: 500 });
  const fresh = (newest.data?.items ?? []).filter(({ item }) => item.createdAt >= since).length;
  const sharing = (decisions.data?.items ?? []).filter(
    ({ act, again, at, undoneById }) =>
      at >= since && undoneById === null && ['approve', 'merge'].includes(again ?? act),
  );
  const byRules = sharing.filter(({ rulesVersionId }) => rulesVersionId !== null).length;
  const parts = [
    t('lessons.morning.waiting', { count: props.waiting }),
    ...(fresh > 0 ? [t('lessons.morning.fresh', { count: fresh })] : []),
    ...(sharing.length > 0 ? [t('lessons.morning.shared', { count: sharing.length })] : []),
    ...(byRules > 0 ? [t('lessons.morning.byRules', { count: byRules })] : []),
  ];
  return (
    <p className="text-xs text-ink-2" aria-live="polite" data-testid="lesson-morning">
      {parts.join(' · ')}
    </p>
  );
}
