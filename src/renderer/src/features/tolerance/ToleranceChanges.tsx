import type { ToleranceChange } from '#shared/model/coverage.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Who tolerated how much, when and why. */
export function ToleranceChanges({ changes }: { readonly changes: readonly ToleranceChange[] }) {
  const { t, format } = useText();
  const now = useNow();
  if (changes.length === 0) return null;
  const rateText = (rate: number | null, topic: string | null): string =>
    rate === null ? t(topic === null ? 'tolerance.usualShort' : 'tolerance.asStore') : format.share(rate);
  return (
    <section className="rounded-xl border border-line bg-raised p-4" data-testid="tolerance-changes">
      <h3 className="mb-2 text-sm font-semibold">{t('tolerance.changes')}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {changes.map(({ topic, before, after, change, at }) => (
          <li key={`${at} ${topic}`} className="flex flex-wrap items-baseline gap-x-2">
            <time className="numbers text-xs text-ink-3" title={format.full(at)}>
              {format.moment(at, now)}
            </time>
            <span className="font-medium">{topic ?? t('tolerance.wholeStore')}</span>
            <span className="numbers">
              {rateText(before, topic)} → {rateText(after, topic)}
            </span>
            <span className="text-ink-3">{[change.who, change.why].filter((part) => part !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
