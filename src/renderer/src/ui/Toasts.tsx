import { Check, GraduationCap, Info, TriangleAlert, X } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './Button.tsx';
import { toastBottom } from './toast-place.ts';
import { type Toast, dismissToast, toastStore } from './toast-store.ts';

const icons = {
  plain: <Info size={16} className="text-ink-3" />,
  good: <Check size={16} className="text-accent-ink" />,
  bad: <TriangleAlert size={16} className="text-red" />,
  learned: <GraduationCap size={16} className="text-violet" />,
};

function ToastItem({ toast, closeLabel }: { readonly toast: Toast; readonly closeLabel: string }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (toast.lasts === null || (isHeld && !toast.hasCountdown)) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.lasts);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  return (
    <li
      data-testid="toast"
      data-tone={toast.tone}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      className="animate-rise relative w-80 max-w-[max(16rem,25.5vw)] overflow-hidden rounded-lg border border-line bg-raised shadow-float"
    >
      <div className="flex items-start gap-2.5 py-2.5 pr-2 pl-3">
        <span className="mt-0.5 shrink-0">{icons[toast.tone]}</span>
        <div className="min-w-0 flex-1 text-sm">
          <p className="line-clamp-3 [overflow-wrap:anywhere]">{toast.text}</p>
          {toast.more !== undefined && <p className="mt-0.5 line-clamp-3 text-xs text-ink-2">{toast.more}</p>}
          {toast.actions.length > 0 && (
            <div className="mt-2 flex flex-wrap gap-1.5">
              {toast.actions.map((action) => (
                <Button
                  key={action.label}
                  size="small"
                  shortcut={action.shortcut}
                  onClick={() => {
                    dismissToast(toast.id);
                    action.run();
                  }}
                >
                  {action.label}
                </Button>
              ))}
            </div>
          )}
        </div>
        <IconButton
          label={closeLabel}
          icon={<X size={14} />}
          className="size-6"
          onClick={() => dismissToast(toast.id)}
        />
      </div>
      {toast.hasCountdown && toast.lasts !== null && (
        <div
          aria-hidden
          className="h-0.5 origin-left animate-[run-down_linear_forwards] bg-accent-ink"
          style={{ animationDuration: `${toast.lasts}ms` }}
        />
      )}
    </li>
  );
}

/** The page may change under a toast; it is looked at this often while one stands, ms. */
const lookMs = 150;

/** Keeps the buttons at the bottom of the window free of toasts. */
function useBottom(section: RefObject<HTMLElement | null>, isShown: boolean): number {
  const [bottom, setBottom] = useState(0);
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    const look = (): void => {
      const column = section.current?.getBoundingClientRect();
      const bars = [...document.querySelectorAll('footer, [data-bar]')].map((bar) => bar.getBoundingClientRect());
      if (column !== undefined) setBottom(toastBottom(bars, column, window.innerHeight));
    };
    look();
    const timer = setInterval(look, lookMs);
    return () => clearInterval(timer);
  }, [section, isShown]);
  return bottom;
}

/** Where toasts stand. Spoken politely by screen readers; errors at once. */
export function Toasts({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot);
  const section = useRef<HTMLElement>(null);
  const bottom = useBottom(section, toasts.length > 0);
  return (
    <section ref={section} aria-label={label} style={{ bottom }} className="pointer-events-none fixed right-2.5 z-50">
      <ol aria-live="polite" className="pointer-events-auto flex flex-col gap-2">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} closeLabel={closeLabel} />
        ))}
      </ol>
    </section>
  );
}
