import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './Button.tsx';

const widths = { narrow: 'w-[28rem]', normal: 'w-[40rem]', wide: 'w-[60rem]' };

/**
 * A modal window on the native `<dialog>`: the browser keeps the focus inside and Esc closes it. The focus starts at
 * the element marked `data-first-focus`, else at the content.
 */
export function Dialog(props: {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly size?: keyof typeof widths;
  readonly footer?: ReactNode;
  readonly testId?: string;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element !== null && !element.open) {
      element.showModal();
      (element.querySelector<HTMLElement>('[data-first-focus]') ?? body.current)?.focus();
    }
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      data-testid={props.testId}
      data-own-keys
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      className={classNames(
        'm-auto max-h-[86vh] max-w-[94vw] flex-col overflow-hidden rounded-xl border border-line bg-surface p-0 text-ink shadow-float open:flex',
        widths[props.size ?? 'normal'],
      )}
    >
      <header className="flex items-center justify-between gap-4 border-b border-line py-2.5 pr-2.5 pl-5">
        <h2 id={titleId} className="text-base font-semibold">
          {props.title}
        </h2>
        <IconButton label={props.closeLabel} icon={<X size={16} />} onClick={props.onClose} />
      </header>
      <div ref={body} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto px-5 py-4 outline-none">
        {props.children}
      </div>
      {props.footer !== undefined && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas/60 px-5 py-3">
          {props.footer}
        </footer>
      )}
    </dialog>
  );
}
