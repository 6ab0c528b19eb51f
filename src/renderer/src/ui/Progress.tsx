import { classNames } from './class-names.ts';

/** How far a task is; with `total` null it only shows that something moves. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly className?: string;
}) {
  const share = props.total === null || props.total === 0 ? null : Math.min(1, props.done / props.total);
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      {...(share === null ? {} : { 'aria-valuemax': props.total ?? 0, 'aria-valuenow': props.done })}
      className={classNames('h-0.5 overflow-hidden bg-line', props.className)}
    >
      {share === null ? (
        <div className="h-full w-1/3 animate-[slide_1.4s_ease-in-out_infinite] bg-accent-ink" />
      ) : (
        <div className="h-full bg-accent-ink transition-[width] duration-200" style={{ width: `${share * 100}%` }} />
      )}
    </div>
  );
}
