import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'accent' | 'amber' | 'red' | 'violet' | 'blue';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent-ink',
  amber: 'bg-amber-soft text-amber',
  red: 'bg-red-soft text-red',
  violet: 'bg-violet-soft text-violet',
  blue: 'bg-blue-soft text-blue',
};

/** A small word that classifies what it stands on. */
export function Badge(props: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly title?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      title={props.title}
      className={classNames(
        'inline-flex h-[1.125rem] items-center gap-1 rounded px-1.5 text-2xs whitespace-nowrap',
        tones[props.tone ?? 'neutral'],
        props.className,
      )}
    >
      {props.icon}
      {props.children}
    </span>
  );
}
