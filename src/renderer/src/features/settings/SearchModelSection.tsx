import { Languages } from 'lucide-react';
import type { SearchModel, SearchModelStatus } from '#shared/model/search-model.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useTasks } from '../../app/tasks.ts';
import { useReport } from '../../app/use-report.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ModelDownloadForm } from './ModelDownloadForm.tsx';

/** The model by which the desk searches: the one in use, the one that is to come, and where others come from. */
export function SearchModelSection() {
  const { t } = useText();
  const { data: status } = useAnswer('searchModel.status', {});
  if (status === undefined) return null;
  return (
    <section className="flex max-w-3xl flex-col gap-4" data-testid="search-model">
      <header>
        <h2 className="text-lg font-semibold">{t('searchModel.title')}</h2>
        <p className="text-xs text-ink-3">{t('searchModel.text')}</p>
      </header>
      <Current status={status} />
      {status.missing !== null && <Missing missing={status.missing} />}
      {status.next !== null && <Next next={status.next} />}
      <Choices status={status} />
      {status.canDownload && <ModelDownloadForm download={status.download} />}
    </section>
  );
}

function Current({ status }: { readonly status: SearchModelStatus }) {
  const { t } = useText();
  return (
    <div className="flex items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3">
      <Languages size={18} className="text-ink-3" />
      <div className="min-w-0 flex-1" data-testid="search-model-current">
        {status.current === null ? (
          <p className="text-sm text-ink-3">{t('searchModel.none')}</p>
        ) : (
          <About model={status.current} />
        )}
      </div>
      {status.current !== null && <span className="text-xs text-ink-3">{t('searchModel.inUse')}</span>}
    </div>
  );
}

function About({ model }: { readonly model: SearchModel }) {
  const { t, format } = useText();
  const facts = [
    model.kind === 'built-in' ? t('searchModel.builtIn') : null,
    model.languages === null ? null : t(`searchModel.${model.languages}`),
    format.size(model.bytes),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className="truncate text-sm">{model.name}</p>
      <p className="text-xs text-ink-3">{facts.join(' · ')}</p>
      {model.folder !== null && <p className="text-xs [overflow-wrap:anywhere] text-ink-3">{model.folder}</p>}
    </>
  );
}

function Missing({ missing }: { readonly missing: NonNullable<SearchModelStatus['missing']> }) {
  const { t } = useText();
  const report = useReport();
  const again = useRequest('searchModel.tryAgain');
  const { what } = problemText(t, missing.problem);
  return (
    <div className="flex items-center gap-3 rounded-xl bg-amber-soft px-4 py-3" data-testid="search-model-missing">
      <div className="min-w-0 flex-1">
        <p className="text-sm text-amber">{t('searchModel.missing')}</p>
        <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
          {missing.folder}: {what}
        </p>
      </div>
      <Button
        size="small"
        aria-disabled={again.isPending}
        data-testid="search-model-try-again"
        onClick={() => again.isPending || again.mutate({}, { onError: report })}
      >
        {t('searchModel.tryAgain')}
      </Button>
    </div>
  );
}

function Next({ next }: { readonly next: NonNullable<SearchModelStatus['next']> }) {
  const { t, format } = useText();
  const task = useTasks().find((each) => each.task === 'change-model');
  const left = task?.total == null ? next.toEmbed : Math.max(0, task.total - task.done);
  return (
    <div
      className="flex flex-col gap-1 rounded-xl border border-line bg-raised px-4 py-3"
      data-testid="search-model-next"
    >
      <About model={next.model} />
      <p className="text-xs text-ink-2">
        {left === 0 ? t('searchModel.nextSoon') : t('searchModel.nextText', { count: format.number(left) })}
      </p>
      <Progress
        className="mt-1"
        label={t('searchModel.comingNext', { name: next.model.name })}
        done={task?.done ?? 0}
        total={task?.total ?? null}
      />
    </div>
  );
}

function Choices({ status }: { readonly status: SearchModelStatus }) {
  const { t } = useText();
  const report = useReport();
  const choose = useRequest('searchModel.chooseFolder');
  const back = useRequest('searchModel.useBuiltIn');
  const isBusy = choose.isPending || back.isPending;
  const isPlain = status.current?.kind === 'built-in' && status.missing === null && status.next === null;
  const keepsCurrent = status.current?.kind === 'built-in' && status.next !== null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-2">
        <Button
          aria-disabled={isBusy}
          data-testid="search-model-choose"
          onClick={() => isBusy || choose.mutate({}, { onError: report })}
        >
          {t(choose.isPending ? 'searchModel.opening' : 'searchModel.choose')}
        </Button>
        {!isPlain && (
          <Button
            tone="quiet"
            aria-disabled={isBusy}
            data-testid="search-model-built-in"
            onClick={() => isBusy || back.mutate({}, { onError: report })}
          >
            {t(keepsCurrent ? 'searchModel.keepCurrent' : 'searchModel.useBuiltIn')}
          </Button>
        )}
      </div>
      <p className="text-xs text-ink-3">{t('searchModel.chooseText')}</p>
    </div>
  );
}
