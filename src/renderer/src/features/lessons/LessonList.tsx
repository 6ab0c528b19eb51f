import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useCommand } from '../../app/commands.tsx';
import { classNames } from '../../ui/class-names.ts';

/**
 * A long list at the left of its page; only what is in view is in the page. J, K and the arrows move; the focus stays on
 * the list and the chosen row is its active descendant.
 */
export function LessonList<T>(props: {
  readonly label: string;
  readonly items: readonly T[];
  readonly total: number;
  readonly at: number;
  readonly idOf: (item: T) => string;
  readonly isMarked?: (item: T) => boolean;
  readonly rowTestId: string;
  /** It has no detail beside it: its rows hold what can be done. */
  readonly isWide?: boolean;
  /** What stands below it, always in view. */
  readonly foot?: ReactNode;
  readonly renderRow: (item: T) => ReactNode;
  readonly onChoose: (item: T) => void;
  readonly onNearEnd: () => void;
}) {
  const { items, at, idOf, onNearEnd, isMarked } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => 88,
    overscan: 8,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : idOf(item);
    },
  });
  const shown = virtual.getVirtualItems();
  const lastSeen = shown.at(-1)?.index ?? 0;
  const chosen = items[at];

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  useEffect(() => {
    if (items.length > 0 && lastSeen >= items.length - 20) onNearEnd();
  }, [lastSeen, items.length, onNearEnd]);

  function move(by: number): void {
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    box.current?.focus({ preventScroll: true });
    if (next !== undefined) props.onChoose(next);
  }
  useCommand('next', () => move(1));
  useCommand('previous', () => move(-1));

  return (
    <div
      className={classNames(
        'flex min-h-0 flex-col',
        props.isWide === true ? 'min-w-0 flex-1' : 'w-96 shrink-0 border-r border-line',
      )}
    >
      <div
        ref={box}
        role={props.isWide === true ? 'list' : 'listbox'}
        tabIndex={0}
        aria-label={props.label}
        aria-multiselectable={isMarked === undefined ? undefined : true}
        aria-activedescendant={chosen === undefined ? undefined : `option-${idOf(chosen)}`}
        data-testid="lesson-rows"
        className={classNames(
          'group/list min-h-0 flex-1 overflow-y-auto -outline-offset-2',
          at >= 0 && 'focus-visible:outline-none',
        )}
      >
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map((slot) => {
            const item = items[slot.index];
            if (item === undefined) return null;
            const marked = isMarked?.(item) ?? false;
            return (
              <div
                key={slot.key}
                ref={virtual.measureElement}
                data-index={slot.index}
                id={`option-${idOf(item)}`}
                role={props.isWide === true ? 'listitem' : 'option'}
                aria-selected={props.isWide === true ? undefined : isMarked === undefined ? slot.index === at : marked}
                aria-current={slot.index === at}
                aria-posinset={slot.index + 1}
                aria-setsize={props.total}
                data-testid={props.rowTestId}
                data-lesson-id={idOf(item)}
                data-marked={marked}
                onClick={() => props.onChoose(item)}
                className={classNames(
                  'absolute inset-x-0 top-0 cursor-default border-b border-line/70 px-4 py-2.5',
                  marked
                    ? 'border-l-4 border-l-violet-line bg-violet-soft'
                    : slot.index === at
                      ? 'bg-accent-soft'
                      : 'hover:bg-sunken/60',
                  marked && slot.index === at && 'ring-2 ring-violet-line ring-inset',
                  slot.index === at &&
                    'group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-focus',
                )}
                style={{ transform: `translateY(${slot.start}px)` }}
              >
                {props.renderRow(item)}
              </div>
            );
          })}
        </div>
      </div>
      {props.foot}
    </div>
  );
}
