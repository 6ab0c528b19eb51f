import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { problemText } from '../../i18n/problem-text.ts';
import { classNames } from '../../ui/class-names.ts';

type Line = {
  readonly name: string;
  readonly label: string;
  readonly isOk: boolean;
  readonly note: string | null;
  /** What it goes without. */
  readonly lack?: string | null;
  readonly problem: ReturnType<typeof problemText> | null;
};

/** What trying something found, step by step, each with its remedy; comes into view. Key it by the try. */
export function TryReport(props: {
  readonly testId: string;
  readonly title: string;
  readonly isOk: boolean;
  readonly lines: readonly Line[];
}) {
  const isPartial = props.lines.some(({ lack }) => lack != null);
  const box = useRef<HTMLElement>(null);
  useEffect(() => void box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section
      ref={box}
      aria-live="polite"
      data-testid={props.testId}
      data-ok={props.isOk}
      className={classNames(
        'rounded-lg border p-3',
        !props.isOk
          ? 'border-red-line bg-red-soft'
          : isPartial
            ? 'border-amber-line bg-amber-soft'
            : 'border-accent-line bg-accent-soft',
      )}
    >
      <h3 className="mb-1.5 text-sm font-semibold">{props.title}</h3>
      <ul className="flex flex-col gap-1.5">
        {props.lines.map(({ name, label, isOk, note, lack = null, problem }) => (
          <li key={name} className="flex items-start gap-2 text-sm">
            {isOk && lack !== null ? (
              <CircleAlert size={15} className="mt-0.5 shrink-0 text-amber" />
            ) : isOk ? (
              <CircleCheck size={15} className="mt-0.5 shrink-0 text-accent-ink" />
            ) : (
              <CircleX size={15} className="mt-0.5 shrink-0 text-red" />
            )}
            <div>
              <p>
                {label}
                {note !== null && <span className="text-ink-3"> · {note}</span>}
              </p>
              {lack !== null && <p className="text-xs text-ink-2">{lack}</p>}
              {problem !== null && (
                <p className="text-xs text-ink-2">
                  {problem.what} {problem.remedy}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
