import { X } from 'lucide-react';
import { useState } from 'react';
import type { InsightDimension, InsightPoint } from '#shared/model/insight.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Breakdown, type RowFilter } from './Breakdown.tsx';
import { ComparisonNote } from './ComparisonNote.tsx';
import { DayChart } from './DayChart.tsx';
import { ExportButton } from './ExportButton.tsx';
import { type FigureKind, measureOf } from './figure-kinds.ts';
import { FigureTable } from './FigureTable.tsx';
import { OutcomeList, type Wanted } from './OutcomeList.tsx';
import { type PeriodDays, periodOf, periods } from './period.ts';
import { TopFigures } from './TopFigures.tsx';
import { TrendChart } from './TrendChart.tsx';
import { WhatToDo } from './WhatToDo.tsx';

type Listed = { readonly title: string; readonly wanted: Wanted };

/** What people did with what the desk drafted: the few figures, their course, and what to do. Every number opens what is behind it. */
export function InsightsPage({ storeId }: { readonly storeId: string }) {
  const { t, format } = useText();
  const [days, setDays] = useState<PeriodDays>(30);
  const [showsAllStores, setShowsAllStores] = useState(false);
  const [kind, setKind] = useState<FigureKind>('acceptance');
  const [by, setBy] = useState<InsightDimension>('topic');
  const [filter, setFilter] = useState<{ readonly label: string; readonly of: RowFilter } | null>(null);
  const [who, setWho] = useState<string | null>(null);
  const [asTable, setAsTable] = useState(false);
  const [listed, setListed] = useState<Listed | null>(null);
  const period = periodOf(days, new Date(useNow()));
  const stores = useAnswer('store.list', {}).data ?? [];
  const scope = { storeId: showsAllStores ? null : storeId, profileId: who, ...filter?.of };
  const unit = days > 31 ? ('week' as const) : ('day' as const);
  const query = { ...scope, ...period, unit, by };
  const { data: report } = useAnswer('insight.report', query, { keepsLast: true });
  const span = { from: period.from, to: period.to };

  function open(title: string, wanted: Partial<Wanted>): void {
    setListed({ title, wanted: { ...scope, ...span, measure: null, ...wanted } });
  }
  const openPoint = ({ from, to, day }: InsightPoint, measure: Wanted['measure'], title: string): void =>
    open(`${title} · ${format.day(day)}`, { from, to, measure });
  const actTitle = (measure: NonNullable<Wanted['measure']>): string =>
    measure === 'answered' ||
    measure === 'strong' ||
    measure === 'unsupported' ||
    measure === 'offered' ||
    measure === 'silent'
      ? t(`insights.${measure === 'offered' ? 'coverage' : measure === 'silent' ? 'silencesOf' : measure}`)
      : t(`act.${measure}`);

  return (
    <div className="flex min-w-0 flex-1 bg-surface">
      <main className="flex min-w-0 flex-1 flex-col">
        <header className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-2.5">
          <h1 className="text-lg font-semibold">{t('nav.insights')}</h1>
          {stores.length > 1 ? (
            <Select
              label={t('insights.by.store')}
              testId="insights-store"
              className="max-w-60"
              value={showsAllStores ? 'all' : 'one'}
              onChange={(value) => setShowsAllStores(value === 'all')}
              options={[
                { value: 'one', label: stores.find(({ id }) => id === storeId)?.settings.name ?? '' },
                { value: 'all', label: t('stores.all') },
              ]}
            />
          ) : (
            <span data-testid="insights-store" className="max-w-60 truncate text-sm text-ink-2">
              {stores[0]?.settings.name}
            </span>
          )}
          <Tabs
            label={t('insights.period')}
            value={String(days)}
            onChange={(id) => setDays(periods.find((each) => String(each) === id) ?? 30)}
            tabs={periods.map((each) => ({ id: String(each), label: t('insights.days', { count: each }) }))}
          />
          {report !== undefined && report.view.people.length > 1 && (
            <Select
              label={t('insights.by.agent')}
              testId="insights-who"
              className="max-w-60"
              value={who ?? ''}
              onChange={(value) => setWho(value === '' ? null : value)}
              options={[
                { value: '', label: t('insights.everybody') },
                ...report.view.people.map(({ id, name }) => ({ value: id, label: name || t('insights.unnamed') })),
              ]}
            />
          )}
          {filter !== null && (
            <Button size="small" icon={<X size={12} />} onClick={() => setFilter(null)} data-testid="insights-filter">
              {filter.label}
            </Button>
          )}
          <span className="flex-1" />
          {report?.view.mayExport === true && (
            <ExportButton query={query} mayExportTexts={report.view.mayExportTexts} />
          )}
        </header>
        {report !== undefined && (
          <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
            {report.figures === null && (
              <p className="rounded-md bg-amber-soft px-2.5 py-2 text-sm text-amber">{t('insights.withheld')}</p>
            )}
            <TopFigures report={report} chosen={kind} onChoose={setKind} />
            <section className="flex flex-col gap-5 rounded-xl border border-line bg-raised p-4">
              {asTable ? (
                <FigureTable
                  caption={t(report.unit === 'week' ? 'insights.perWeek' : 'insights.perDay')}
                  head={t('insights.day')}
                  rows={report.points.map((point) => ({
                    key: point.day,
                    label: format.day(point.day),
                    figures: point.figures,
                    onOpen: (measure) => openPoint(point, measure, actTitle(measure)),
                  }))}
                />
              ) : (
                <>
                  <TrendChart
                    points={report.points}
                    kind={kind}
                    onOpen={(point) => openPoint(point, measureOf[kind], t(`insights.${kind}`))}
                  />
                  <DayChart
                    points={report.points}
                    title={t(report.unit === 'week' ? 'insights.perWeek' : 'insights.perDay')}
                    onOpen={(point) => openPoint(point, 'answered', t('insights.answered'))}
                  />
                </>
              )}
              <div className="flex flex-wrap items-center gap-3">
                <Button
                  size="small"
                  tone="quiet"
                  aria-pressed={asTable}
                  onClick={() => setAsTable(!asTable)}
                  data-testid="insights-as-table"
                >
                  {t(asTable ? 'insights.asChart' : 'insights.asTable')}
                </Button>
                {!asTable && report.figures !== null && report.points.some(({ figures }) => figures === null) && (
                  <span className="text-xs text-ink-3">{t('insights.someWithheld')}</span>
                )}
              </div>
            </section>
            <WhatToDo
              storeId={storeId}
              report={report}
              onSilence={(silence) => open(t(`silence.${silence}`), { silence })}
              onDiscard={(reason) => open(t(`discard.${reason}`), { measure: 'discarded', reason })}
              onAlarm={(alarm) =>
                open(t('insights.drift'), {
                  storeId,
                  from: 0,
                  topic: null,
                  entryId: null,
                  profileId: null,
                  ids: alarm.outcomeIds,
                })
              }
            />
            <Breakdown
              report={report}
              by={by}
              onBy={setBy}
              onFilter={(of, label) => {
                if (of.storeId === undefined) setFilter({ of, label });
                else setShowsAllStores(of.storeId !== storeId);
              }}
              onOpen={(of, measure) => open(actTitle(measure), { ...of, measure })}
            />
            <ComparisonNote storeId={storeId} view={report.view} />
            <p className="text-xs text-ink-3">{t('insights.caution')}</p>
          </div>
        )}
      </main>
      {listed !== null && <OutcomeList title={listed.title} wanted={listed.wanted} onClose={() => setListed(null)} />}
    </div>
  );
}
