import { useAnswer } from '../../../app/queries.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { useNow } from '../../../ui/use-now.ts';

const day = 86_400_000;

/** What models were asked in the last thirty days, and what it cost. */
export function ModelUseTable({ storeId }: { readonly storeId: string }) {
  const { t, format } = useText();
  const today = Math.ceil(useNow() / day) * day;
  const uses = useAnswer('ledger.uses', { storeId, from: today - 30 * day, to: today }).data ?? [];
  if (uses.length === 0) return null;
  return (
    <section className="flex flex-col gap-2" data-testid="model-uses">
      <h3 className="text-sm font-semibold">{t('models.uses')}</h3>
      {/* A table's own corners stay square. */}
      <div className="overflow-hidden rounded-xl border border-line bg-raised">
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-xs text-ink-3 [&>th]:px-4 [&>th]:py-2 [&>th]:font-medium">
              <th>{t('models.model')}</th>
              <th className="text-right">{t('models.asked')}</th>
              <th className="text-right">{t('models.failed')}</th>
              <th className="text-right">{t('models.tokens')}</th>
              <th className="text-right">{t('models.cost')}</th>
            </tr>
          </thead>
          <tbody className="numbers">
            {uses.map((use) => (
              <tr key={`${use.modelId} ${use.currency}`} className="border-t border-line [&>td]:px-4 [&>td]:py-1.5">
                <td>{use.modelName}</td>
                <td className="text-right">{format.number(use.calls)}</td>
                <td className="text-right">{format.number(use.failed)}</td>
                <td className="text-right">
                  {format.number(use.inputTokens)} / {format.number(use.outputTokens)}
                </td>
                <td className="text-right">{use.currency === null ? '–' : format.cost(use.cost, use.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
