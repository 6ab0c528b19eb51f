import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what this place is for and what to do next. */
export function EmptyState(props: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="m-auto flex max-w-sm flex-col items-center gap-2 p-8 text-center">
      {props.icon !== undefined && <div className="mb-1 text-ink-3">{props.icon}</div>}
      <h2 className="text-base font-semibold">{props.title}</h2>
      {props.text !== undefined && <div className="text-sm text-ink-2">{props.text}</div>}
      {props.actions !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{props.actions}</div>}
    </div>
  );
}
