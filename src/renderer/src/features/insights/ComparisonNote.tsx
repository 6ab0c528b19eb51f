import type { InsightReport } from '#shared/model/insight.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Checkbox } from '../../ui/Field.tsx';

/** Says whose figures are seen here; an owner decides whether people may be compared. */
export function ComparisonNote({ storeId, view }: { readonly storeId: string; readonly view: InsightReport['view'] }) {
  const { t } = useText();
  const report = useReport();
  const { mutate } = useRequest('insight.setComparison');
  if (!view.mayChoose)
    return <p className="text-xs text-ink-3">{t(view.seesAll ? 'insights.compareOff' : 'insights.ownOnly')}</p>;
  return (
    <div data-testid="insights-compare">
      <Checkbox
        label={t('insights.compare')}
        hint={t('insights.compareHint')}
        isChecked={view.compares}
        onChange={(comparesPeople) => mutate({ storeId, comparesPeople }, { onError: report })}
      />
    </div>
  );
}
