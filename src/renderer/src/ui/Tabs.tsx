import { useRef } from 'react';
import { classNames } from './class-names.ts';

/** One row of tabs. Arrow keys move between them; the chosen one is the only tab stop. */
export function Tabs<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly tabs: ReadonlyArray<{ readonly id: T; readonly label: string; readonly count?: number | undefined }>;
  readonly onChange: (id: T) => void;
  readonly testId?: string;
}) {
  const row = useRef<HTMLDivElement>(null);
  function move(by: number): void {
    const at = props.tabs.findIndex((tab) => tab.id === props.value);
    const next = props.tabs[(at + by + props.tabs.length) % props.tabs.length];
    if (next === undefined) return;
    props.onChange(next.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  }
  return (
    <div
      ref={row}
      role="tablist"
      aria-label={props.label}
      data-testid={props.testId}
      className="flex gap-0.5"
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1);
        if (event.key === 'ArrowLeft') move(-1);
      }}
    >
      {props.tabs.map((tab) => {
        const isChosen = tab.id === props.value;
        return (
          <button
            key={tab.id}
            type="button"
            role="tab"
            data-tab={tab.id}
            data-testid={`tab-${tab.id}`}
            aria-selected={isChosen}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => props.onChange(tab.id)}
            className={classNames(
              'flex items-baseline gap-1.5 rounded-md px-2 py-1 text-sm whitespace-nowrap @max-[17rem]:px-1.5 @max-[17rem]:text-xs',
              isChosen ? 'bg-sunken font-medium text-ink' : 'text-ink-2 hover:bg-sunken/60',
            )}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className={classNames('numbers text-2xs text-ink-3', !isChosen && '@max-[17rem]:hidden')}>
                {tab.count}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
