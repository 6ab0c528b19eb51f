import { useState } from 'react';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { useMay } from '../../app/presence.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { changedFields } from '../../i18n/changed-fields.ts';
import { EntrySource } from './EntrySource.tsx';

/** Asks why before an earlier version is made the newest one. */
function GoBack({ version, onDone }: { readonly version: KnowledgeEntry; readonly onDone: () => void }) {
  const { t } = useText();
  const report = useReport();
  const revert = useRequest('knowledge.revert');
  const [why, setWhy] = useState(() => t('knowledge.backTo', { number: version.version }));
  const submit = (): void =>
    revert.mutate(
      { entryId: version.id, versionId: version.versionId, why: why.trim() },
      {
        onError: report,
        onSuccess: () => {
          showToast({ tone: 'good', text: t('knowledge.backTo', { number: version.version }) });
          onDone();
        },
      },
    );
  return (
    <div
      className="my-1 flex flex-wrap gap-1.5"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') submit();
        else onDone();
      }}
    >
      <TextInput
        autoFocus
        aria-label={t('knowledge.why')}
        placeholder={t('knowledge.why')}
        maxLength={1000}
        className="min-w-40 flex-1"
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <Button tone="primary" data-testid="knowledge-revert-now" disabled={revert.isPending} onClick={submit}>
        {t('knowledge.goBack')}
      </Button>
      <Button onClick={onDone}>{t('action.cancel')}</Button>
    </div>
  );
}

function VersionBody(props: { readonly version: KnowledgeEntry; readonly before: KnowledgeEntry | undefined }) {
  const { t, language, format } = useText();
  const { version, before } = props;
  if (before === undefined)
    return (
      <p lang={version.language} className="prose-mail text-sm">
        {version.answer}
      </p>
    );
  const fields = changedFields(before, version, { t, language, format });
  const hasWords = before.question !== version.question || before.answer !== version.answer;
  return (
    <>
      {before.question !== version.question && (
        <WordDiff before={before.question} after={version.question} lang={version.language} />
      )}
      {before.answer !== version.answer && (
        <WordDiff before={before.answer} after={version.answer} lang={version.language} />
      )}
      {fields.length > 0 && (
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-0.5 text-xs">
          {fields.map(({ field, before: was, after: is }) => (
            <div key={field} className="contents">
              <dt className="text-ink-3">{t(`knowledge.field.${field}`)}</dt>
              <dd className="[&_p]:text-xs">
                <WordDiff before={was} after={is} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!hasWords && fields.length === 0 && before.state === version.state && (
        <p className="text-xs text-ink-3">{t('knowledge.sameWords')}</p>
      )}
    </>
  );
}

/** Every version of an entry, newest first: who wrote it, when and why, and what it changed. */
export function EntryHistory({ versions }: { readonly versions: readonly KnowledgeEntry[] }) {
  const { t, format } = useText();
  const mayRevert = useMay()('knowledge.revert');
  const [backTo, setBackTo] = useState<string | null>(null);
  return (
    <ol className="mt-2 flex flex-col gap-4 border-l-2 border-line pl-3" data-testid="knowledge-history">
      {versions.map((version, index) => {
        const before = versions[index + 1];
        const hasFile = version.source.file !== null;
        return (
          <li key={version.versionId} data-testid="knowledge-version">
            <div className="flex items-start gap-2 text-xs text-ink-3">
              <p className="flex-1 pt-0.5">
                {t('knowledge.version', { number: version.version, when: format.full(version.updatedAt) })}
                {version.change.who !== '' && ` · ${version.change.who}`}
                {hasFile && (
                  <>
                    {' · '}
                    <EntrySource version={version} />
                  </>
                )}
                {before !== undefined && before.state !== version.state && (
                  <span className="block text-ink-2">
                    {t(version.state === 'retired' ? 'knowledge.wasRetired' : 'knowledge.wasRestored')}
                  </span>
                )}
              </p>
              {mayRevert && index > 0 && backTo !== version.versionId && (
                <Button
                  size="small"
                  tone="quiet"
                  data-testid="knowledge-revert"
                  onClick={() => setBackTo(version.versionId)}
                >
                  {t('knowledge.takeVersion')}
                </Button>
              )}
            </div>
            {version.change.why !== '' && (
              <p className="mb-1 text-xs text-ink-2 [overflow-wrap:anywhere]">
                {t('knowledge.whySaid', { why: version.change.why })}
              </p>
            )}
            {backTo === version.versionId && <GoBack version={version} onDone={() => setBackTo(null)} />}
            <VersionBody version={version} before={before} />
          </li>
        );
      })}
    </ol>
  );
}
