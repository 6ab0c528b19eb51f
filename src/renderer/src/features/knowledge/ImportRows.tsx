import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { ImportReport, ImportRow } from '#shared/model/knowledge.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';

const results = ['added', 'updated', 'merged', 'unchanged', 'refused'] as const;
const tones: Record<ImportRow['result'], Tone> = {
  added: 'accent',
  updated: 'blue',
  merged: 'violet',
  unchanged: 'neutral',
  refused: 'red',
};

/** What would become of each row; a count filters by its result. */
export function ImportRows({ report }: { readonly report: ImportReport }) {
  const { t, format } = useText();
  const [only, setOnly] = useState<ImportRow['result'] | null>(report.counts.refused > 0 ? 'refused' : null);
  const box = useRef<HTMLDivElement>(null);
  const rows = only === null ? report.rows : report.rows.filter((row) => row.result === only);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 32,
    overscan: 12,
  });
  return (
    <>
      <div role="group" aria-label={t('import.filter')} className="mb-3 grid grid-cols-5 gap-2">
        {results.map((result) => (
          <button
            key={result}
            type="button"
            aria-pressed={only === result}
            disabled={report.counts[result] === 0}
            onClick={() => setOnly(only === result ? null : result)}
            className={classNames(
              'rounded-lg border bg-raised px-3 py-2 text-left disabled:opacity-45',
              only === result ? 'border-accent-ink' : 'border-line enabled:hover:border-line-strong',
            )}
          >
            <span className="numbers block text-xl font-semibold">{format.number(report.counts[result])}</span>
            <span className="text-xs text-ink-2">{t(`import.${result}`)}</span>
          </button>
        ))}
      </div>
      <div
        ref={box}
        className="h-72 overflow-y-auto rounded-lg border border-line bg-raised"
        tabIndex={0}
        aria-label={t('import.rows')}
      >
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                className="absolute inset-x-0 top-0 flex items-center gap-3 border-b border-line/60 px-3 text-sm"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <span className="numbers w-12 shrink-0 text-right text-xs text-ink-3">{row.row}</span>
                <Badge tone={tones[row.result]} className="w-16 justify-center">
                  {t(`import.${row.result}`)}
                </Badge>
                <span className="min-w-0 flex-1 truncate">{row.excerpt}</span>
                {row.reason !== null && (
                  <span className="shrink-0 text-xs text-ink-2">{t(`importReason.${row.reason}`)}</span>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
