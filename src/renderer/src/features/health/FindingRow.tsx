import { useEffect, useRef } from 'react';
import type { Finding, FindingKind } from '#shared/model/finding.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';

export const kindTones: Readonly<Record<FindingKind, Tone>> = {
  contradiction: 'red',
  expired: 'red',
  corrected: 'violet',
  expiring: 'amber',
  duplicate: 'blue',
  unused: 'neutral',
};

/** One finding in the list: what is wrong, with which entries, since when. */
export function FindingRow(props: {
  readonly finding: Finding;
  readonly now: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}) {
  const { t, format } = useText();
  const { finding } = props;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [props.isChosen]);
  return (
    <li>
      <button
        ref={row}
        type="button"
        data-testid="finding-row"
        data-kind={finding.kind}
        aria-current={props.isChosen}
        onClick={props.onChoose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          props.onChoose();
          props.onOpen();
        }}
        className={classNames(
          'flex w-full flex-col gap-1 border-b border-line/70 px-4 py-2.5 text-left -outline-offset-2',
          props.isChosen ? 'bg-accent-soft' : 'hover:bg-sunken/60',
        )}
      >
        <span className="flex w-full items-center gap-2">
          <Badge tone={kindTones[finding.kind]}>{t(`health.kind.${finding.kind}`)}</Badge>
          {finding.fact !== null && (
            <span className="truncate text-xs text-ink-2">{t(`health.fact.${finding.fact}`)}</span>
          )}
          <span className="flex-1" />
          <span className="shrink-0 text-2xs text-ink-3">{format.moment(finding.since, props.now)}</span>
        </span>
        {finding.entries.map((entry) => (
          <span key={entry.id} className="w-full truncate text-sm" lang={entry.language}>
            {entry.question === '' ? entry.answer : entry.question}
          </span>
        ))}
      </button>
    </li>
  );
}
