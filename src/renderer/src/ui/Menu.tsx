import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { useLatest } from './use-latest.ts';
import { Kbd } from './Kbd.tsx';

export type MenuItem = {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly isChosen?: boolean;
};

type Place = { readonly left: number; readonly top?: number; readonly bottom?: number };

function placeBeside(anchor: HTMLElement, width: number): Place {
  const box = anchor.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8));
  return box.top > window.innerHeight / 2
    ? { left, bottom: window.innerHeight - box.top + 6 }
    : { left, top: box.bottom + 6 };
}

/**
 * A list of choices that floats by its anchor. Arrow keys move, digits choose at once where `hasDigits`, Esc closes
 * and gives the focus back.
 */
export function Menu(props: {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly items: readonly MenuItem[];
  readonly hasDigits?: boolean;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ left: 0, top: 0 });
  const onClose = useLatest(props.onClose);

  useEffect(() => {
    const element = list.current;
    const anchor = props.anchor.current;
    if (element === null || anchor === null) return;
    setPlace(placeBeside(anchor, element.offsetWidth || 240));
    element.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const onPointer = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!element.contains(target) && !anchor.contains(target)) onClose.current();
    };
    window.addEventListener('pointerdown', onPointer);
    return () => window.removeEventListener('pointerdown', onPointer);
  }, [props.anchor, onClose]);

  function close(): void {
    props.onClose();
    props.anchor.current?.focus();
  }

  function move(by: number): void {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + by + items.length) % items.length]?.focus();
  }

  return (
    <div
      ref={list}
      role="menu"
      aria-label={props.label}
      data-own-keys
      style={{ position: 'fixed', ...place }}
      onKeyDown={(event) => {
        const digit = props.hasDigits ? props.items[Number(event.key) - 1] : undefined;
        if (digit !== undefined) props.onChoose(digit.id);
        else if (event.key === 'ArrowDown' || event.key === 'j') move(1);
        else if (event.key === 'ArrowUp' || event.key === 'k') move(-1);
        else if (event.key === 'Escape' || event.key === 'Tab') close();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className="animate-rise z-40 max-h-[60vh] min-w-56 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float"
    >
      <p className="px-2 pt-1 pb-1.5 text-2xs text-ink-3">{props.label}</p>
      {props.items.map((item, index) => (
        <button
          key={item.id}
          type="button"
          role={item.isChosen === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={item.isChosen}
          tabIndex={-1}
          onClick={() => props.onChoose(item.id)}
          className={classNames(
            'flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm focus:bg-accent-soft focus:outline-none hover:bg-sunken',
            item.isChosen && 'font-medium text-accent-ink',
          )}
        >
          {item.icon}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {props.hasDigits && index < 9 && <Kbd>{String(index + 1)}</Kbd>}
        </button>
      ))}
    </div>
  );
}
