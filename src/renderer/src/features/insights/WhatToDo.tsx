import type { ReactNode } from 'react';
import type { SilenceReason } from '#shared/model/draft.ts';
import type { DriftAlarm, InsightReport } from '#shared/model/insight.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { DriftCards } from './DriftCards.tsx';

type Discard = NonNullable<Outcome['reason']>;

function Card({
  title,
  more,
  children,
}: {
  readonly title: string;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="min-w-0 rounded-xl border border-line bg-raised p-4">
      <header className="mb-3 flex items-baseline gap-3">
        <h2 className="flex-1 text-sm font-semibold">{title}</h2>
        {more}
      </header>
      {children}
    </section>
  );
}

function Bars({
  rows,
  empty,
}: {
  readonly rows: ReadonlyArray<{ readonly label: string; readonly count: number; readonly onOpen?: () => void }>;
  readonly empty: string;
}) {
  const { format } = useText();
  const most = Math.max(1, ...rows.map((row) => row.count));
  if (rows.length === 0) return <p className="text-sm text-ink-3">{empty}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {rows.map(({ label, count, onOpen }) => (
        <li key={label} className="grid grid-cols-[minmax(0,1.4fr)_1fr_2.5rem] items-center gap-3 text-sm">
          {onOpen === undefined ? (
            <span className="truncate text-ink-2" title={label}>
              {label}
            </span>
          ) : (
            <button
              type="button"
              onClick={onOpen}
              title={label}
              className="truncate text-left text-ink-2 hover:underline"
            >
              {label}
            </button>
          )}
          <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-chart-discarded"
              style={{ width: `${(count / most) * 100}%` }}
            />
          </span>
          <span className="numbers text-right">{format.number(count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a lead can mend: entries whose answers are changed, gaps to fill, and why drafts were missing or refused. */
export function WhatToDo(props: {
  readonly storeId: string;
  readonly report: InsightReport;
  readonly onSilence: (reason: SilenceReason) => void;
  readonly onDiscard: (reason: Discard) => void;
  readonly onAlarm: (alarm: DriftAlarm) => void;
}) {
  const { t, format } = useText();
  const { report, storeId } = props;
  const link = (href: string, text: string, testId: string): ReactNode => (
    <a href={href} data-testid={testId} className="text-xs text-accent-ink underline-offset-2 hover:underline">
      {text}
    </a>
  );
  const now = [
    ['insights.openDrafts', report.openDrafts],
    ['insights.knowledgeEntries', report.knowledgeEntries],
    ['insights.learnedItems', report.learnedItems],
  ] as const;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {report.view.seesAll && (
        <Card title={t('insights.drift')}>
          <DriftCards storeId={storeId} onOpen={props.onAlarm} />
        </Card>
      )}
      <Card title={t('insights.silencesOf')} more={link('#/knowledge/missing', t('insights.fillGaps'), 'open-gaps')}>
        <Bars
          empty={t('insights.noSilencesOf')}
          rows={report.silences.map(({ reason, count }) => ({
            label: t(`silence.${reason}`),
            count,
            onOpen: () => props.onSilence(reason),
          }))}
        />
      </Card>
      <Card title={t('insights.discards')}>
        <Bars
          empty={t('insights.noOutcomes')}
          rows={report.discards.map(({ reason, count }) => ({
            label: t(`discard.${reason}`),
            count,
            onOpen: () => props.onDiscard(reason),
          }))}
        />
      </Card>
      <Card title={t('insights.now')} more={link('#/settings/drafting', t('settings.drafting'), 'open-tolerance')}>
        <dl className="mb-3 flex flex-col gap-1.5 text-sm">
          {now.map(([key, value]) => (
            <div key={key} className="flex justify-between gap-3">
              <dt className="text-ink-2">{t(key)}</dt>
              <dd className="numbers font-medium">{format.number(value)}</dd>
            </div>
          ))}
        </dl>
        <Bars
          empty={t('insights.noSilences')}
          rows={report.openSilences.map(({ reason, count }) => ({ label: t(`silence.${reason}`), count }))}
        />
      </Card>
    </div>
  );
}
