import { Download, MessageSquareText, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Macro, MacroContent } from '#shared/model/macro.ts';
import type { Store } from '#shared/model/store.ts';
import { useMay } from '../../app/presence.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MacroEditor } from './MacroEditor.tsx';
import { MacroImport, helpdeskKinds } from './MacroImport.tsx';
import { rankedMacros } from './ranked.ts';

function MacroRow(props: { readonly macro: Macro; readonly isChosen: boolean; readonly onChoose: () => void }) {
  const { t, format } = useText();
  const now = useNow();
  const { content, state, usage } = props.macro;
  return (
    <li>
      <button
        type="button"
        data-testid="macro-row"
        aria-current={props.isChosen}
        onClick={props.onChoose}
        className={classNames(
          'flex w-full flex-col gap-0.5 border-b border-line px-5 py-2.5 text-left hover:bg-sunken/60',
          props.isChosen && 'bg-accent-soft',
        )}
      >
        <span className="flex w-full items-center gap-2 text-sm">
          <span className="min-w-0 truncate font-medium">{content.name}</span>
          {content.shortcut !== '' && <span className="shrink-0 text-xs text-ink-3">/{content.shortcut}</span>}
          <span className="flex-1" />
          {state === 'retired' && <Badge>{t('macro.retired')}</Badge>}
          {content.team !== '' && <Badge>{content.team}</Badge>}
          {content.language !== 'und' && <Badge>{t(`language.${content.language}`)}</Badge>}
          {content.storeIds.length === 0 && <Badge>{t('knowledge.base')}</Badge>}
        </span>
        <span className="line-clamp-1 text-xs text-ink-2">{content.body.replace(/\s+/gu, ' ')}</span>
        <span className="text-2xs text-ink-3">
          {usage.lastUsedAt === null
            ? t('macro.neverUsed')
            : t('macro.used', { count: usage.uses, edited: usage.edited, when: format.moment(usage.lastUsedAt, now) })}
        </span>
      </button>
    </li>
  );
}

/** The replies that agents keep ready: those of this store and of every store. */
export function MacrosPage(props: {
  readonly store: Store;
  readonly stores: readonly Store[];
  /** `new`: one that is being written. */
  readonly chosenId: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { t } = useText();
  const report = useReport();
  const now = useNow();
  const list = useAnswer('macro.list', {});
  const inboxes = useAnswer('inbox.list', {});
  const save = useRequest('macro.save');
  const setState = useRequest('macro.setState');
  const [query, setQuery] = useState('');
  const [isImporting, setIsImporting] = useState(false);
  const here = (list.data ?? []).filter(
    ({ content }) => content.storeIds.length === 0 || content.storeIds.includes(props.store.id),
  );
  const shown = rankedMacros(here, query, now).toSorted(
    (a, b) => Number(a.state !== 'active') - Number(b.state !== 'active'),
  );
  const mayEdit = useMay()('macro.save');
  const chosen = list.data?.find(({ id }) => id === props.chosenId) ?? null;
  const helpdesks = (inboxes.data ?? []).filter(({ settings }) => helpdeskKinds.includes(settings.kind));

  function onSave(content: MacroContent): void {
    save.mutate(
      { macroId: chosen?.id ?? null, content },
      {
        onError: report,
        onSuccess: (macro) => props.onChoose(macro.id),
      },
    );
  }

  const buttons = !mayEdit
    ? []
    : [
        ...(helpdesks.length === 0
          ? []
          : [
              <Button key="import" icon={<Download size={14} />} onClick={() => setIsImporting(true)}>
                {t('macro.import')}
              </Button>,
            ]),
        <Button
          key="add"
          tone="primary"
          icon={<Plus size={14} />}
          data-testid="macro-add"
          onClick={() => props.onChoose('new')}
        >
          {t('macro.add')}
        </Button>,
      ];
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {here.length > 0 && (
          <div className="flex items-center gap-2 border-b border-line px-5 py-2">
            <TextInput
              aria-label={t('macro.search')}
              placeholder={t('macro.search')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            {buttons}
          </div>
        )}
        {here.length === 0 && !list.isPending && (
          <EmptyState
            icon={<MessageSquareText size={28} />}
            title={t('macro.empty')}
            text={t('macro.emptyText')}
            actions={buttons}
          />
        )}
        <ul
          aria-label={t('knowledge.section.macros')}
          data-testid="macro-list"
          className="min-h-0 flex-1 overflow-y-auto"
        >
          {shown.map((macro) => (
            <MacroRow
              key={macro.id}
              macro={macro}
              isChosen={macro.id === props.chosenId}
              onChoose={() => props.onChoose(macro.id)}
            />
          ))}
        </ul>
      </div>
      {(props.chosenId === 'new' || chosen !== null) && (
        <MacroEditor
          key={chosen === null ? 'new' : chosen.versionId}
          macro={chosen}
          store={props.store}
          stores={props.stores}
          isBusy={save.isPending}
          isSaved={chosen !== null && save.data?.versionId === chosen.versionId}
          onSave={onSave}
          onState={(state) => {
            if (chosen !== null) setState.mutate({ macroId: chosen.id, state }, { onError: report });
          }}
          onClose={() => props.onChoose(null)}
        />
      )}
      {isImporting && <MacroImport inboxes={helpdesks} onClose={() => setIsImporting(false)} />}
    </main>
  );
}
