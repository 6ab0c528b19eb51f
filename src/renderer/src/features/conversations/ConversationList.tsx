import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ConversationRow } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { ConversationItem } from './ConversationItem.tsx';

const rowHeight = 73;

/** The list of conversations. The focus stays on the list; the chosen row is its active descendant. */
export function ConversationList(props: {
  /** What the list is of: another one begins at its top. */
  readonly scope: string;
  readonly rows: readonly ConversationRow[];
  readonly total: number;
  readonly chosenId: string | null;
  /** The names of stores by id, where the list holds several stores' conversations. */
  readonly storeNames: ReadonlyMap<string, string>;
  readonly empty: ReactNode;
  readonly onOpen: (id: string) => void;
  readonly onNearEnd: () => void;
}) {
  const { t } = useText();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => props.rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const chosenAt = props.rows.findIndex((row) => row.id === props.chosenId);
  const lastSeen = items.at(-1)?.index ?? 0;
  const { rows, scope, onNearEnd } = props;
  const shownScope = useRef(scope);

  useEffect(() => {
    if (shownScope.current === scope) return;
    shownScope.current = scope;
    virtual.scrollToOffset(0);
  }, [scope, virtual]);
  useEffect(() => {
    if (chosenAt >= 0) virtual.scrollToIndex(chosenAt, { align: 'auto' });
  }, [chosenAt, virtual]);
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - 20) onNearEnd();
  }, [lastSeen, rows.length, onNearEnd]);

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t('inbox.list')}
      aria-activedescendant={chosenAt >= 0 ? `row-${props.chosenId}` : undefined}
      data-testid="conversation-list"
      className={classNames(
        'group/list min-h-0 flex-1 overflow-y-auto -outline-offset-2',
        chosenAt >= 0 && 'focus-visible:outline-none',
      )}
    >
      {rows.length === 0 ? (
        <div className="flex h-full">{props.empty}</div>
      ) : (
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <ConversationItem
                  row={row}
                  now={now}
                  isChosen={row.id === props.chosenId}
                  storeName={props.storeNames.get(row.storeId) ?? null}
                  position={item.index + 1}
                  total={props.total}
                  onOpen={() => props.onOpen(row.id)}
                />
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
