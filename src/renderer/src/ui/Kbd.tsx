import { classNames } from './class-names.ts';

/** A key cap. `isOnAccent` is for the inside of a primary button. */
export function Kbd({ children, isOnAccent = false }: { readonly children: string; readonly isOnAccent?: boolean }) {
  return (
    <kbd
      className={classNames(
        'inline-flex h-[1.125rem] shrink-0 whitespace-nowrap min-w-[1.125rem] items-center justify-center rounded border px-1 font-sans text-2xs leading-none',
        isOnAccent ? 'border-on-accent/35 text-on-accent/90' : 'border-line-strong/60 bg-surface text-ink-3',
      )}
    >
      {children}
    </kbd>
  );
}
