import { History, X } from 'lucide-react';
import { useState } from 'react';
import type { KnowledgeContent, KnowledgeEntry } from '#shared/model/knowledge.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { EntryHistory } from './EntryHistory.tsx';
import { ScopeChips } from './ScopeChips.tsx';

function contentOf(entry: KnowledgeEntry | null, language: KnowledgeContent['language']): KnowledgeContent {
  if (entry === null) return { kind: 'pair', question: '', answer: '', topic: null, scope: [], language };
  const { kind, question, answer, topic, scope } = entry;
  return { kind, question, answer, topic, scope, language: entry.language };
}

function Source({ entry }: { readonly entry: KnowledgeEntry }) {
  const { t, format } = useText();
  const { source } = entry;
  return (
    <p className="text-xs text-ink-3">
      {source.file === null
        ? t(`knowledge.from.${source.origin}`)
        : t('knowledge.fromFile', { file: source.file, row: source.row ?? '–' })}
      {' · '}
      {t('knowledge.version', { number: entry.version, when: format.full(entry.updatedAt) })}
    </p>
  );
}

/** The panel in which one entry is read and changed. A change appends a version; nothing is overwritten. */
export function EntryEditor(props: {
  readonly storeId: string;
  readonly entry: KnowledgeEntry | null;
  readonly history: readonly KnowledgeEntry[];
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t, language } = useText();
  const { entry } = props;
  const report = useReport();
  const save = useRequest('knowledge.save');
  const retire = useRequest('knowledge.retire');
  const restore = useRequest('knowledge.restore');
  const [content, setContent] = useState(() => contentOf(entry, language));
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const [shown, setShown] = useState(entry);
  const isChanged = JSON.stringify(content) !== JSON.stringify(contentOf(shown, content.language));
  const canSave = content.answer.trim() !== '' && (content.kind === 'article' || content.question.trim() !== '');
  const change = (part: Partial<KnowledgeContent>): void => setContent({ ...content, ...part });

  // A version written elsewhere is shown, unless something here would be lost.
  if (entry !== null && entry.versionId !== shown?.versionId && !isChanged) {
    setShown(entry);
    setContent(contentOf(entry, language));
  }

  function submit(): void {
    save.mutate(
      {
        storeId: props.storeId,
        entryId: entry?.id ?? null,
        content: { ...content, topic: content.topic?.trim() || null },
      },
      {
        onError: report,
        onSuccess: (saved) => {
          showToast({ tone: 'good', text: t('knowledge.saved') });
          setShown(saved);
          setContent(contentOf(saved, language));
          props.onSaved(saved.id);
        },
      },
    );
  }

  return (
    <form
      data-testid="knowledge-editor"
      aria-label={t(entry === null ? 'knowledge.add' : 'knowledge.edit')}
      className="flex w-[26rem] max-w-[44%] shrink-0 flex-col border-l border-line bg-canvas"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          if (canSave) submit();
        }
      }}
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2.5 pl-4">
        <h2 className="flex-1 text-base font-semibold">{t(entry === null ? 'knowledge.add' : 'knowledge.edit')}</h2>
        {entry?.state === 'retired' && <Badge tone="amber">{t('knowledge.retiredOne')}</Badge>}
        <IconButton label={t('action.close')} icon={<X size={16} />} onClick={props.onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        <Field label={t(content.kind === 'pair' ? 'knowledge.question' : 'knowledge.heading')}>
          {(parts) => (
            <TextArea
              {...parts}
              autoFocus={entry === null}
              lang={content.language}
              maxLength={2000}
              value={content.question}
              onChange={(event) => change({ question: event.target.value })}
              isShort
            />
          )}
        </Field>
        <Field label={t('knowledge.answer')}>
          {(parts) => (
            <TextArea
              {...parts}
              lang={content.language}
              maxLength={20000}
              value={content.answer}
              onChange={(event) => change({ answer: event.target.value })}
            />
          )}
        </Field>
        <div className="flex gap-3">
          <Field label={t('knowledge.topic')} className="flex-1" hint={t('knowledge.topicHint')}>
            {(parts) => (
              <TextInput
                {...parts}
                maxLength={200}
                value={content.topic ?? ''}
                onChange={(event) => change({ topic: event.target.value || null })}
              />
            )}
          </Field>
          <Field label={t('knowledge.language')} className="w-28">
            {(parts) => (
              <Select
                id={parts.id}
                value={content.language}
                onChange={(value) => change({ language: value })}
                options={(['en', 'zh', 'ja', 'und'] as const).map((value) => ({
                  value,
                  label: t(`language.${value}`),
                }))}
              />
            )}
          </Field>
        </div>
        <Field label={t('knowledge.scope')} hint={t('knowledge.scopeHint')}>
          {(parts) => <ScopeChips id={parts.id} values={content.scope} onChange={(scope) => change({ scope })} />}
        </Field>
        {entry !== null && <Source entry={entry} />}
        {entry !== null && props.history.length > 1 && (
          <div>
            <Button
              size="small"
              tone="quiet"
              icon={<History size={13} />}
              aria-expanded={isHistoryOpen}
              onClick={() => setIsHistoryOpen(!isHistoryOpen)}
            >
              {t('knowledge.history', { count: props.history.length })}
            </Button>
            {isHistoryOpen && (
              <EntryHistory versions={props.history} onTake={(version) => setContent(contentOf(version, language))} />
            )}
          </div>
        )}
      </div>
      <footer className="flex items-center gap-2 border-t border-line px-4 py-2.5">
        {entry?.state === 'active' && (
          <Button
            tone="quiet"
            data-testid="knowledge-retire"
            title={t('knowledge.retireHint')}
            disabled={retire.isPending}
            onClick={() => retire.mutate({ entryId: entry.id }, { onError: report })}
          >
            {t('knowledge.retire')}
          </Button>
        )}
        {entry?.state === 'retired' && (
          <Button
            tone="quiet"
            data-testid="knowledge-restore"
            disabled={restore.isPending}
            onClick={() => restore.mutate({ entryId: entry.id }, { onError: report })}
          >
            {t('knowledge.restore')}
          </Button>
        )}
        <span className="flex-1" />
        <Button
          type="submit"
          tone="primary"
          data-testid="knowledge-save"
          disabled={!canSave || !isChanged || save.isPending}
        >
          {t('action.save')}
        </Button>
      </footer>
    </form>
  );
}
