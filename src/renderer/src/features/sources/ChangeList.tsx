import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { SourceChange } from '#shared/model/source.ts';
import { usePages } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { type Choice, isTaken, withFlipped } from './choice.ts';

export type Only = SourceChange['change'] | 'writes' | 'unsure';

/** The lines of a plan; only what is in view is in the page. Arrow keys move, Space takes or leaves. */
export function ChangeList(props: {
  readonly planId: string;
  readonly only: Only;
  readonly choice: Choice;
  /** Whether the keyboard begins here. */
  readonly takesFocus: boolean;
  readonly onChoice: (choice: Choice) => void;
}) {
  const { t } = useText();
  const { choice, onChoice } = props;
  const list = usePages('source.changes', { planId: props.planId, only: props.only });
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const { items, readMore } = list;
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => 92,
    overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const lastSeen = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && lastSeen >= items.length - 20) readMore();
  }, [lastSeen, items.length, readMore]);

  function move(to: number): void {
    const next = Math.max(0, Math.min(items.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  }

  function flip(change: SourceChange | undefined): void {
    if (change !== undefined) onChoice(withFlipped(choice, change));
  }

  return (
    <div
      ref={box}
      role="listbox"
      aria-label={t('plan.lines')}
      aria-multiselectable
      aria-activedescendant={`change-${items[active]?.id ?? ''}`}
      tabIndex={0}
      data-own-keys
      data-testid="plan-lines"
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'j') move(active + 1);
        else if (event.key === 'ArrowUp' || event.key === 'k') move(active - 1);
        else if (event.key === 'Home') move(0);
        else if (event.key === 'End') move(items.length - 1);
        else if (event.key === ' ') flip(items[active]);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map((item) => {
          const change = items[item.index];
          if (change === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              id={`change-${change.id}`}
              role="option"
              aria-selected={isTaken(choice, change)}
              data-testid="plan-change"
              data-change={change.change}
              onClick={() => setActive(item.index)}
              className={classNames(
                'absolute inset-x-0 top-0 border-b border-line/70',
                item.index === active && 'bg-accent-soft/50',
              )}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ChangeLine
                change={change}
                isTaken={isTaken(choice, change)}
                isActive={item.index === active}
                onFlip={() => flip(change)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
