import { Download } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { type ModelDownload, defaultModel, defaultModelHost } from '#shared/model/search-model.ts';
import { useRequest } from '../../app/queries.ts';
import { useTasks } from '../../app/tasks.ts';
import { useReport } from '../../app/use-report.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** Fetches a model: from where and which, and what has become of it. */
export function ModelDownloadForm({ download }: { readonly download: ModelDownload | null }) {
  const { t } = useText();
  return (
    <section className="flex flex-col gap-2">
      <header>
        <h3 className="text-sm font-medium">{t('searchModel.downloadTitle')}</h3>
        <p className="text-xs text-ink-3">{t('searchModel.downloadText')}</p>
      </header>
      {download === null ? <Order /> : <Running download={download} />}
    </section>
  );
}

function Order() {
  const { t } = useText();
  const report = useReport();
  const begin = useRequest('searchModel.download');
  const [host, setHost] = useState(defaultModelHost);
  const [model, setModel] = useState(defaultModel);
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (!begin.isPending) begin.mutate({ host, model }, { onError: report });
  }
  return (
    <form className="flex flex-wrap items-start gap-3" onSubmit={onSubmit}>
      <Field label={t('searchModel.host')} hint={t('searchModel.hostHint')} className="min-w-56 flex-1">
        {(parts) => (
          <TextInput
            {...parts}
            value={host}
            data-testid="search-model-host"
            onChange={(event) => setHost(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('searchModel.model')} className="min-w-56 flex-1">
        {(parts) => (
          <TextInput
            {...parts}
            value={model}
            data-testid="search-model-name"
            onChange={(event) => setModel(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        icon={<Download size={14} />}
        className="mt-5"
        aria-disabled={begin.isPending}
        data-testid="search-model-download"
      >
        {t('searchModel.download')}
      </Button>
    </form>
  );
}

function Running({ download }: { readonly download: ModelDownload }) {
  const { t, format } = useText();
  const report = useReport();
  const begin = useRequest('searchModel.download');
  const stop = useRequest('searchModel.stopDownload');
  const discard = useRequest('searchModel.discardDownload');
  const task = useTasks().find((each) => each.task === 'fetch-model' && each.subject === download.model);
  const isRunning = download.phase === 'running';
  const done = task?.done ?? download.doneBytes;
  const total = task === undefined ? download.totalBytes : task.total;
  const words = download.problem === null ? null : problemText(t, download.problem);
  return (
    <div
      className="flex flex-col gap-2 rounded-xl border border-line bg-raised px-4 py-3"
      data-testid="search-model-fetching"
    >
      <p className="text-sm">
        {t(isRunning ? 'searchModel.downloading' : 'searchModel.downloadStopped', { model: download.model })}
      </p>
      {words !== null && (
        <p className="text-xs text-red" role="alert">
          {words.what} {words.remedy}
        </p>
      )}
      {download.file !== '' && (
        <p className="numbers text-xs text-ink-3">
          {download.file}
          {total === null ? '' : ` · ${t('searchModel.done', { done: format.size(done), total: format.size(total) })}`}
        </p>
      )}
      {isRunning && (
        <Progress label={t('searchModel.downloading', { model: download.model })} done={done} total={total} />
      )}
      <div className="flex gap-2">
        {isRunning ? (
          <Button size="small" data-testid="search-model-stop" onClick={() => stop.mutate({}, { onError: report })}>
            {t('searchModel.stop')}
          </Button>
        ) : (
          <Button
            size="small"
            data-testid="search-model-go-on"
            onClick={() => begin.mutate({ host: download.host, model: download.model }, { onError: report })}
          >
            {t('searchModel.goOn')}
          </Button>
        )}
        <Button
          size="small"
          tone="quiet"
          data-testid="search-model-discard"
          onClick={() => discard.mutate({}, { onError: report })}
        >
          {t('searchModel.discard')}
        </Button>
      </div>
    </div>
  );
}
