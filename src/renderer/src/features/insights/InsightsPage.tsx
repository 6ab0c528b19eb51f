import { type ReactNode, useState } from 'react';
import type { Insights } from '#shared/model/insight.ts';
import { useMay, useOwnOnly } from '../../app/presence.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useNow } from '../../ui/use-now.ts';
import { DayChart } from './DayChart.tsx';
import { type Act, OutcomeList } from './OutcomeList.tsx';
import { type PeriodDays, periodOf, periods } from './period.ts';

function Figure(props: {
  readonly label: string;
  readonly value: string;
  readonly more?: string;
  readonly isChosen?: boolean;
  readonly testId?: string;
  readonly onOpen?: () => void;
}) {
  const inner = (
    <>
      <span
        className={classNames(
          'numbers block font-semibold tracking-tight whitespace-nowrap',
          props.value.length > 7 ? 'text-base leading-6.5' : 'text-xl',
        )}
      >
        {props.value}
      </span>
      <span className="block text-xs text-ink-2">{props.label}</span>
      <span className="numbers block h-4 text-2xs text-ink-3">{props.more}</span>
    </>
  );
  const look = 'flex flex-col items-start rounded-xl border bg-raised px-4 pt-3 pb-2 text-left';
  if (props.onOpen === undefined) return <div className={classNames(look, 'border-line')}>{inner}</div>;
  return (
    <button
      type="button"
      data-testid={props.testId}
      aria-pressed={props.isChosen}
      onClick={props.onOpen}
      className={classNames(look, props.isChosen ? 'border-accent-ink' : 'border-line hover:border-line-strong')}
    >
      {inner}
    </button>
  );
}

function Bars({
  title,
  rows,
  empty,
  more,
}: {
  readonly title: string;
  readonly rows: ReadonlyArray<{ label: string; count: number }>;
  readonly empty: string;
  /** Stands beside the title. */
  readonly more: ReactNode;
}) {
  const { format } = useText();
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <section className="rounded-xl border border-line bg-raised p-4">
      <header className="mb-3 flex items-baseline gap-3">
        <h2 className="flex-1 text-sm font-semibold">{title}</h2>
        {more}
      </header>
      {rows.length === 0 && <p className="text-sm text-ink-3">{empty}</p>}
      <dl className="flex flex-col gap-2">
        {rows.map((row) => (
          <div key={row.label} className="grid grid-cols-[minmax(0,17rem)_1fr_2.5rem] items-center gap-3 text-sm">
            <dt className="truncate text-ink-2" title={row.label}>
              {row.label}
            </dt>
            <dd aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
              <div
                className="h-full rounded-full bg-chart-discarded"
                style={{ width: `${(row.count / most) * 100}%` }}
              />
            </dd>
            <dd className="numbers text-right">{format.number(row.count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Figures(props: {
  readonly insights: Insights;
  readonly act: Act | null | undefined;
  readonly onAct: (act: Act | null) => void;
}) {
  const { t, format } = useText();
  const { counts } = props.insights;
  const share = (part: number): string => (counts.answered === 0 ? '' : format.percent(part / counts.answered));
  const none = '–';
  const act = (name: Act & keyof typeof counts): ReactNode => (
    <Figure
      testId={`figure-${name}`}
      label={t(`act.${name}`)}
      value={format.number(counts[name])}
      more={name === 'discarded' ? '' : share(counts[name])}
      isChosen={props.act === name}
      onOpen={() => props.onAct(name)}
    />
  );
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-3">
      <Figure
        testId="figure-answered"
        label={t('insights.answered')}
        value={format.number(counts.answered)}
        isChosen={props.act === null}
        onOpen={() => props.onAct(null)}
      />
      {act('accepted')}
      {act('edited')}
      {act('written')}
      {act('discarded')}
      <Figure
        label={t('insights.keptShare')}
        value={counts.keptShare === null ? none : format.percent(counts.keptShare)}
      />
      <Figure
        label={t('insights.medianWait')}
        value={counts.medianWaitMs === null ? none : format.span(counts.medianWaitMs)}
      />
    </div>
  );
}

/** What the store's agents did with what the desk drafted. Every number opens what is behind it. */
export function InsightsPage({ storeId }: { readonly storeId: string }) {
  const { t, format } = useText();
  const [days, setDays] = useState<PeriodDays>(30);
  // undefined: the list is closed; null: every act that answers.
  const [act, setAct] = useState<Act | null | undefined>(undefined);
  const may = useMay();
  const period = periodOf(days, new Date(useNow()));
  const stores = useAnswer('store.list', {});
  const store = stores.data?.find((each) => each.id === storeId);
  const { data } = useAnswer('insight.summary', { storeId, ...period, profileId: useOwnOnly() }, { keepsLast: true });
  return (
    <div className="flex min-w-0 flex-1 bg-surface">
      <main className="flex min-w-0 flex-1 flex-col">
        <header className="flex items-center gap-3 border-b border-line px-5 py-2.5">
          <h1 className="text-lg font-semibold">{t('nav.insights')}</h1>
          <span data-testid="insights-store" className="max-w-60 truncate text-sm text-ink-2">
            {store?.settings.name}
          </span>
          <Tabs
            label={t('insights.period')}
            value={String(days)}
            onChange={(id) => setDays(periods.find((period) => String(period) === id) ?? 30)}
            tabs={periods.map((period) => ({ id: String(period), label: t('insights.days', { count: period }) }))}
          />
        </header>
        {data !== undefined && (
          <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
            <Figures insights={data} act={act} onAct={(next) => setAct(next === act ? undefined : next)} />
            <section className="rounded-xl border border-line bg-raised p-4">
              <DayChart days={data.days} />
            </section>
            <div className="grid gap-4 xl:grid-cols-[2fr_1fr]">
              <Bars
                title={t('insights.silences')}
                empty={t('insights.noSilences')}
                more={
                  may('store.setTolerance') && (
                    <a
                      href="#/settings/drafting"
                      data-testid="open-tolerance"
                      className="text-xs text-accent-ink underline-offset-2 hover:underline"
                    >
                      {t('settings.drafting')}
                    </a>
                  )
                }
                rows={data.silences.map(({ reason, count }) => ({ label: t(`silence.${reason}`), count }))}
              />
              <section className="rounded-xl border border-line bg-raised p-4">
                <h2 className="mb-3 text-sm font-semibold">{t('insights.now')}</h2>
                <dl className="flex flex-col gap-1.5 text-sm">
                  {(
                    [
                      ['insights.openDrafts', data.openDrafts],
                      ['insights.knowledgeEntries', data.knowledgeEntries],
                      ['insights.learnedItems', data.learnedItems],
                    ] as const
                  ).map(([key, value]) => (
                    <div key={key} className="flex justify-between gap-3">
                      <dt className="text-ink-2">{t(key)}</dt>
                      <dd className="numbers font-medium">{format.number(value)}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            </div>
            <p className="text-xs text-ink-3">{t('insights.caution')}</p>
          </div>
        )}
      </main>
      {act !== undefined && (
        <OutcomeList storeId={storeId} from={period.from} to={period.to} act={act} onClose={() => setAct(undefined)} />
      )}
    </div>
  );
}
