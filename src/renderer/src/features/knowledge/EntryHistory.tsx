import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';

/** Every version of an entry, newest first, each with what it changed. */
export function EntryHistory(props: {
  readonly versions: readonly KnowledgeEntry[];
  readonly onTake: (version: KnowledgeEntry) => void;
}) {
  const { t, format } = useText();
  return (
    <ol className="mt-2 flex flex-col gap-3 border-l-2 border-line pl-3">
      {props.versions.map((version, index) => {
        const before = props.versions[index + 1];
        return (
          <li key={version.versionId}>
            <p className="mb-1 flex items-center gap-2 text-xs text-ink-3">
              <span className="flex-1">
                {t('knowledge.version', { number: version.version, when: format.full(version.updatedAt) })}
              </span>
              {version.state === 'retired' && <span>{t('knowledge.retiredOne')}</span>}
              {index > 0 && (
                <Button size="small" tone="quiet" onClick={() => props.onTake(version)}>
                  {t('knowledge.takeVersion')}
                </Button>
              )}
            </p>
            {before !== undefined && before.question !== version.question && (
              <WordDiff before={before.question} after={version.question} lang={version.language} />
            )}
            <WordDiff before={before?.answer ?? version.answer} after={version.answer} lang={version.language} />
          </li>
        );
      })}
    </ol>
  );
}
