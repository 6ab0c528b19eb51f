import { History } from 'lucide-react';
import { useState } from 'react';
import type { Macro, MacroContent } from '#shared/model/macro.ts';
import { FileChips } from '../../app/FileChips.tsx';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';

/** What a version changed; the first one as it is. */
function VersionBody({ version, before }: { readonly version: Macro; readonly before: Macro | undefined }) {
  const { t } = useText();
  const { content } = version;
  if (before === undefined) return <p className="prose-mail text-sm">{content.body}</p>;
  const was = before.content;
  const hasOtherFiles = JSON.stringify(was.files) !== JSON.stringify(content.files);
  const others: MacroContent = { ...content, name: was.name, body: was.body, files: was.files };
  const hasOtherPlace = JSON.stringify(others) !== JSON.stringify(was);
  const isSame = was.name === content.name && was.body === content.body && !hasOtherFiles && !hasOtherPlace;
  return (
    <>
      {was.name !== content.name && <WordDiff before={was.name} after={content.name} />}
      {was.body !== content.body && <WordDiff before={was.body} after={content.body} />}
      {hasOtherFiles &&
        (content.files.length === 0 ? (
          <p className="text-xs text-ink-2">{t('macro.noFiles')}</p>
        ) : (
          <FileChips files={content.files} onRemove={null} />
        ))}
      {hasOtherPlace && <p className="text-xs text-ink-2">{t('macro.otherPlace')}</p>}
      {isSame && before.state === version.state && <p className="text-xs text-ink-3">{t('knowledge.sameWords')}</p>}
    </>
  );
}

/** Every version of a macro, newest first: who wrote it and when, what it changed, and a way back to it. */
export function MacroHistory(props: {
  readonly macro: Macro;
  readonly isBusy: boolean;
  readonly onRestore: (content: MacroContent) => void;
}) {
  const { t, format } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const answer = useAnswer('macro.versions', { macroId: props.macro.id }, { isEnabled: isOpen });
  const versions = answer.data ?? [];
  return (
    <section>
      <Button
        size="small"
        tone="quiet"
        icon={<History size={13} />}
        aria-expanded={isOpen}
        data-testid="macro-history-open"
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('macro.history', { count: props.macro.version })}
      </Button>
      {isOpen && (
        <ol className="mt-2 flex flex-col gap-4 border-l-2 border-line pl-3" data-testid="macro-history">
          {versions.map((version, index) => {
            const before = versions[index + 1];
            return (
              <li key={version.versionId} data-testid="macro-version" className="flex flex-col gap-1">
                <div className="flex items-start gap-2 text-xs text-ink-3">
                  <p className="flex-1 pt-0.5">
                    {t('knowledge.version', { number: version.version, when: format.full(version.updatedAt) })}
                    {version.changedBy !== '' && ` · ${version.changedBy}`}
                    {before !== undefined && before.state !== version.state && (
                      <span className="block text-ink-2">
                        {t(version.state === 'retired' ? 'knowledge.wasRetired' : 'knowledge.wasRestored')}
                      </span>
                    )}
                  </p>
                  {index > 0 && (
                    <Button
                      size="small"
                      tone="quiet"
                      data-testid="macro-revert"
                      disabled={props.isBusy}
                      onClick={() => props.onRestore(version.content)}
                    >
                      {t('knowledge.takeVersion')}
                    </Button>
                  )}
                </div>
                <VersionBody version={version} before={before} />
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
