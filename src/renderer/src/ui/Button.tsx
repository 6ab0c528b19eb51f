import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent font-medium',
  plain: 'bg-raised text-ink border-line-strong/70 hover:border-line-strong hover:bg-surface',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-raised text-red border-red-line hover:bg-red-soft',
};

export type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  readonly tone?: ButtonTone;
  readonly size?: 'small' | 'normal';
  readonly icon?: ReactNode;
  /** The key that does the same, shown inside the button. */
  readonly shortcut?: string | undefined;
  readonly type?: 'button' | 'submit';
};

/** A button with words on it. Only one `primary` in view at a time. */
export function Button({ tone = 'plain', size = 'normal', icon, shortcut, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border whitespace-nowrap transition-colors',
        'disabled:opacity-50 aria-disabled:opacity-50',
        size === 'small' ? 'h-6 px-2 text-xs' : 'h-8 px-3 text-sm',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
      {shortcut !== undefined && <Kbd isOnAccent={tone === 'primary'}>{shortcut}</Kbd>}
    </button>
  );
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'type' | 'children'> & {
  /** What it does, for the tooltip and for screen readers. */
  readonly label: string;
  readonly shortcut?: string;
  readonly icon: ReactNode;
};

/** A square button with only an icon on it; `label` is never optional. */
export function IconButton({ label, shortcut, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      {...rest}
      className={classNames(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors',
        'hover:bg-sunken hover:text-ink disabled:opacity-40',
        className,
      )}
    >
      {icon}
    </button>
  );
}
