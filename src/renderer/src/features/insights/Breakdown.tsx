import type { Channel } from '#shared/model/conversation.ts';
import type { Language } from '#shared/model/basics.ts';
import type { InsightDimension, InsightMeasure, InsightReport, InsightRow } from '#shared/model/insight.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { FigureTable } from './FigureTable.tsx';

/** What a row of the breakdown stands for, as a part of a filter. */
export type RowFilter = {
  readonly topic?: string;
  readonly entryId?: string;
  readonly language?: Language;
  readonly channel?: Channel;
  readonly profileId?: string;
  readonly storeId?: string;
};

function filterOf(by: InsightDimension, key: string): RowFilter {
  switch (by) {
    case 'topic':
      return { topic: key };
    case 'entry':
      return { entryId: key };
    case 'language':
      return { language: key as Language };
    case 'channel':
      return { channel: key as Channel };
    case 'agent':
      return { profileId: key };
    case 'store':
      return { storeId: key };
  }
}

export function useRowLabel(): (by: InsightDimension, row: Pick<InsightRow, 'key' | 'label'>) => string {
  const { t } = useText();
  return (by, { key, label }) => {
    if (by === 'language') return t(`language.${key as Language}`);
    if (by === 'channel') return t(`channel.${key as Channel}`);
    if (by === 'topic') return key === '' ? t('insights.noTopic') : key;
    return label === '' ? t('insights.unnamed') : label;
  };
}

/** The figures told apart. A row's name shows it alone; its counts open the conversations. */
export function Breakdown(props: {
  readonly report: InsightReport;
  readonly by: InsightDimension;
  readonly onBy: (by: InsightDimension) => void;
  readonly onFilter: (filter: RowFilter, label: string) => void;
  readonly onOpen: (filter: RowFilter, measure: InsightMeasure) => void;
}) {
  const { t } = useText();
  const labelOf = useRowLabel();
  const { report, by } = props;
  const dimensions: readonly InsightDimension[] = [
    'topic',
    'entry',
    'language',
    'channel',
    'store',
    ...(report.view.compares ? (['agent'] as const) : []),
  ];
  return (
    <section className="rounded-xl border border-line bg-raised p-4" data-testid="insights-breakdown">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 className="text-sm font-semibold">{t('insights.by')}</h2>
        <Tabs
          label={t('insights.by')}
          value={by}
          onChange={props.onBy}
          tabs={dimensions.map((id) => ({ id, label: t(`insights.by.${id}`) }))}
        />
      </div>
      <FigureTable
        caption={t('insights.by')}
        head={t(`insights.by.${by}`)}
        rows={report.rows.map((row) => ({
          key: row.key,
          label: labelOf(by, row),
          figures: row.figures,
          ...(row.key === '' && by !== 'topic'
            ? {}
            : { onFilter: () => props.onFilter(filterOf(by, row.key), labelOf(by, row)) }),
          onOpen: (measure) => props.onOpen(filterOf(by, row.key), measure),
        }))}
        more={
          report.rowsLeft > 0 && (
            <p className="px-2 pt-2 text-xs text-ink-3">{t('insights.rowsLeft', { count: report.rowsLeft })}</p>
          )
        }
      />
    </section>
  );
}
