import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { EntryBadges } from './EntryBadges.tsx';

const rowHeight = 52;
const columns = 'grid grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,3fr)_2rem_4.5rem] gap-4';

function EntryRow(props: {
  readonly entry: KnowledgeEntry;
  readonly now: number;
  readonly setName: string | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t, format } = useText();
  const { entry } = props;
  return (
    <div
      role="row"
      tabIndex={0}
      aria-selected={props.isChosen}
      data-testid="knowledge-row"
      data-entry-id={entry.id}
      onClick={props.onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onChoose();
        if (event.key === 'ArrowDown')
          (event.currentTarget.parentElement?.nextElementSibling?.firstElementChild as HTMLElement | null)?.focus();
        if (event.key === 'ArrowUp')
          (event.currentTarget.parentElement?.previousElementSibling?.firstElementChild as HTMLElement | null)?.focus();
      }}
      className={classNames(
        columns,
        'h-full cursor-pointer items-center border-b border-line/70 px-5 -outline-offset-2',
        props.isChosen ? 'bg-accent-soft' : 'hover:bg-sunken/60',
      )}
    >
      <span role="cell" className="line-clamp-2 font-medium" lang={entry.language}>
        {entry.question || <span className="text-ink-3">{t('evidence.untitled')}</span>}
      </span>
      <span role="cell" className="line-clamp-2 text-ink-2" lang={entry.language}>
        {entry.answer}
      </span>
      <span role="cell" className="flex max-h-11 min-w-0 flex-wrap items-center gap-1 overflow-hidden">
        {entry.topic !== null && <span className="max-w-full truncate text-xs text-ink-2">{entry.topic}</span>}
        <EntryBadges entry={entry} now={props.now} setName={props.setName} />
      </span>
      <span role="cell" className="text-xs text-ink-3">
        {t(`languageShort.${entry.language}`)}
      </span>
      <time role="cell" className="numbers text-right text-xs text-ink-3">
        {format.moment(entry.updatedAt, props.now)}
      </time>
    </div>
  );
}

/** The entries, one line each; only what is in view is in the page. */
export function EntryTable(props: {
  readonly entries: readonly KnowledgeEntry[];
  /** What a set is called; null where that goes without saying. */
  readonly setNameOf: (setId: string) => string | null;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onNearEnd: () => void;
}) {
  const { t } = useText();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const { entries, onNearEnd } = props;
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: (index) => entries[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (entries.length > 0 && lastSeen >= entries.length - 20) onNearEnd();
  }, [lastSeen, entries.length, onNearEnd]);

  return (
    <div
      role="table"
      aria-label={t('nav.knowledge')}
      aria-rowcount={entries.length}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div role="row" className={classNames(columns, 'border-b border-line bg-canvas px-5 py-1.5 text-xs text-ink-3')}>
        <span role="columnheader">{t('knowledge.question')}</span>
        <span role="columnheader">{t('knowledge.answer')}</span>
        <span role="columnheader">{t('knowledge.topic')}</span>
        <span role="columnheader" aria-label={t('knowledge.language')} />
        <span role="columnheader" className="text-right">
          {t('knowledge.changed')}
        </span>
      </div>
      <div ref={box} role="rowgroup" className="min-h-0 flex-1 overflow-y-auto">
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const entry = entries[item.index];
            if (entry === undefined) return null;
            return (
              <div
                key={item.key}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <EntryRow
                  entry={entry}
                  now={now}
                  setName={entry.setId === null ? null : props.setNameOf(entry.setId)}
                  isChosen={entry.id === props.chosenId}
                  onChoose={() => props.onChoose(entry.id)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
