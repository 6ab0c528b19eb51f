import { useRef, useState } from 'react';
import type { CoverageReport } from '#shared/model/coverage.ts';
import { type OtherLanguage, type Store, otherLanguageIn } from '#shared/model/store.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { OtherLanguageForm } from './OtherLanguageForm.tsx';
import { ToleranceChanges } from './ToleranceChanges.tsx';
import { ToleranceForm } from './ToleranceForm.tsx';
import { TopicTable } from './TopicTable.tsx';

function Basis({ report }: { readonly report: CoverageReport }) {
  const { t } = useText();
  const { questionCount, outcomeCount } = report;
  return (
    <p className="text-xs text-ink-3" data-testid="coverage-basis">
      {t('tolerance.basis', { questions: questionCount, answers: outcomeCount })}
      {report.isByStore && ` ${t('tolerance.byStore')}`}
    </p>
  );
}

function NothingKnown() {
  const { t } = useText();
  return (
    <p className="rounded-md bg-amber-soft px-2.5 py-2 text-xs text-amber" data-testid="coverage-unknown">
      {t('tolerance.nothingKnown')}{' '}
      <a href="#/knowledge" className="underline underline-offset-2">
        {t('evidence.addKnowledge')}
      </a>
    </p>
  );
}

/** Where a lead says how many wrong answers a store tolerates, and sees what that costs. Key it by the store. */
export function TolerancePage({ store }: { readonly store: Store }) {
  const { t } = useText();
  const report = useReport();
  const [topic, setTopic] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const ofStore = useAnswer('insight.coverage', { storeId: store.id, topic: null }, { keepsLast: true });
  const ofTopic = useAnswer('insight.coverage', { storeId: store.id, topic }, { isEnabled: topic !== null });
  const set = useRequest('store.setTolerance');
  const setOtherLanguage = useRequest('store.setOtherLanguage');
  const general = ofStore.data;
  const data = topic === null ? general : ofTopic.data;
  // A topic without a rate of its own goes by the store's.
  const inheritedRate = topic === null ? null : (general?.rate ?? null);

  function choose(next: string | null): void {
    setTopic(next);
    heading.current?.focus();
  }

  const tellSaved = (): void => void showToast({ tone: 'good', text: t('tolerance.saved') });

  function saveOtherLanguage(otherLanguage: OtherLanguage): void {
    setOtherLanguage.mutate({ storeId: store.id, otherLanguage }, { onError: report, onSuccess: tellSaved });
  }

  function save(rate: number | null, why: string): void {
    set.mutate({ storeId: store.id, topic, rate, why }, { onError: report, onSuccess: tellSaved });
  }

  return (
    <section className="flex max-w-4xl flex-col gap-4" data-testid="tolerance">
      <header>
        <h2 className="text-lg font-semibold">{t('settings.drafting')}</h2>
        <p className="mt-1 max-w-2xl text-sm text-ink-2">{t('tolerance.text')}</p>
      </header>
      {general !== undefined && (
        <div className="flex flex-col gap-3 rounded-xl border border-line bg-raised p-4">
          <div className="flex items-center gap-2">
            <h3
              ref={heading}
              tabIndex={-1}
              className="min-w-0 flex-1 truncate text-sm font-semibold outline-none"
              data-testid="tolerance-of"
            >
              {topic === null ? store.settings.name : t('tolerance.ofTopic', { topic })}
            </h3>
            {topic !== null && (
              <Button size="small" onClick={() => choose(null)}>
                {t('tolerance.wholeStore')}
              </Button>
            )}
          </div>
          {general.points.length === 0 && <NothingKnown />}
          {data !== undefined && (
            <ToleranceForm
              key={`${topic} ${data.rate} ${inheritedRate}`}
              report={data}
              inherited={data.choices.find((choice) => choice.rate === inheritedRate) ?? data.usual}
              isTopic={topic !== null}
              isBusy={set.isPending}
              onSave={save}
            />
          )}
          {data !== undefined && data.points.length > 0 && <Basis report={data} />}
        </div>
      )}
      <OtherLanguageForm
        chosen={otherLanguageIn(store.settings)}
        isBusy={setOtherLanguage.isPending}
        onChoose={saveOtherLanguage}
      />
      {general !== undefined && <TopicTable topics={general.topics} onChoose={choose} />}
      {general !== undefined && <ToleranceChanges changes={general.changes} />}
    </section>
  );
}
