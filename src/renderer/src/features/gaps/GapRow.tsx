import type { Gap } from '#shared/model/gap.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';

/** One missing question in the list. Arrows move, Enter writes the entry. */
export function GapRow(props: {
  readonly gap: Gap;
  readonly now: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onWrite: () => void;
}) {
  const { t, format } = useText();
  const { gap } = props;
  return (
    <li>
      <button
        type="button"
        data-testid="gap-row"
        aria-current={props.isChosen}
        onClick={props.onChoose}
        onFocus={props.onChoose}
        onKeyDown={(event) => {
          const row = event.currentTarget.parentElement;
          const other =
            event.key === 'ArrowDown'
              ? row?.nextElementSibling
              : event.key === 'ArrowUp'
                ? row?.previousElementSibling
                : null;
          if (other) {
            event.preventDefault();
            (other.firstElementChild as HTMLElement | null)?.focus();
          }
          if (event.key === 'Enter') {
            event.preventDefault();
            props.onWrite();
          }
        }}
        className={classNames(
          'flex w-full gap-3 border-b border-line/70 px-5 py-2.5 text-left -outline-offset-2',
          props.isChosen ? 'bg-accent-soft' : 'hover:bg-sunken/60',
        )}
      >
        <span
          className="numbers w-10 shrink-0 text-right text-base font-semibold"
          title={t('gaps.timesWhy', { count: gap.count, customers: gap.customers })}
        >
          {t('gaps.times', { count: gap.count })}
        </span>
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 block text-sm font-medium" lang={gap.language}>
            {gap.question}
          </span>
          <span className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-ink-3">
            <span>
              {gap.count === 1
                ? format.moment(gap.lastAskedAt, props.now)
                : t('gaps.span', {
                    first: format.moment(gap.firstAskedAt, props.now),
                    last: format.moment(gap.lastAskedAt, props.now),
                  })}
            </span>
            <span>{gap.causes.map(({ cause }) => t(`gaps.cause.${cause}`)).join(' · ')}</span>
          </span>
        </span>
      </button>
    </li>
  );
}
