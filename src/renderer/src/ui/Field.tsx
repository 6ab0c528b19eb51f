import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

/** The classes of every single-line control. */
export const controlClasses =
  'h-8 w-full rounded-md border border-line-strong/70 bg-raised px-2.5 text-sm text-ink hover:border-line-strong disabled:opacity-60 aria-invalid:border-red-line';

type FieldParts = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: boolean };

/** A label, a control and what there is to say about it. The child gets the ids that tie them together. */
export function Field(props: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | null;
  readonly className?: string;
  readonly children: (parts: FieldParts) => ReactNode;
}) {
  const id = useId();
  const note = props.problem ?? props.hint;
  const hasNote = note !== undefined && note !== null && note !== '';
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', props.className)}>
      <label htmlFor={id} className="text-xs font-medium text-ink-2">
        {props.label}
      </label>
      {props.children({
        id,
        ...(hasNote ? { 'aria-describedby': `${id}-note` } : {}),
        ...(props.problem ? { 'aria-invalid': true } : {}),
      })}
      {hasNote && (
        <p id={`${id}-note`} className={classNames('text-xs', props.problem ? 'text-red' : 'text-ink-3')}>
          {note}
        </p>
      )}
    </div>
  );
}

/** A single-line text control. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={classNames(controlClasses, className)}
    />
  );
}

/** A text control of several lines that grows with its content, from one line where `isShort`. */
export function TextArea({
  className,
  isShort = false,
  ...rest
}: ComponentProps<'textarea'> & { readonly isShort?: boolean }) {
  return (
    <textarea
      {...rest}
      className={classNames(
        isShort ? 'min-h-8.5' : 'min-h-20',
        'field-sizing-content max-h-[45vh] w-full resize-none rounded-md border border-line-strong/70 bg-raised px-2.5 py-1.5 text-sm leading-relaxed text-ink hover:border-line-strong',
        className,
      )}
    />
  );
}

/** A native choice of one among few. */
export function Select<T extends string>(props: {
  readonly id?: string;
  readonly label?: string;
  readonly value: T;
  readonly options: ReadonlyArray<{ readonly value: T; readonly label: string }>;
  readonly onChange: (value: T) => void;
  readonly className?: string;
  readonly testId?: string;
}) {
  return (
    <select
      id={props.id}
      data-testid={props.testId}
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value as T)}
      className={classNames(controlClasses, 'pr-1', props.className)}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A box to tick with its words. */
export function Checkbox(props: {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        checked={props.isChecked}
        onChange={(event) => props.onChange(event.target.checked)}
        className="mt-0.5 size-4 accent-accent"
      />
      <span>
        {props.label}
        {props.hint !== undefined && <span className="block text-xs text-ink-3">{props.hint}</span>}
      </span>
    </label>
  );
}
