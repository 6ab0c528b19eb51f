import { ChevronDown, ChevronRight, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { SupportMark } from '#shared/model/support.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';

const tones: Record<SupportMark['verdict'], string> = {
  supported: 'text-ink-3',
  unsupported: 'text-amber',
  contradicted: 'text-red',
};
const icons: Record<SupportMark['verdict'], ReactNode> = {
  supported: <CircleCheck size={13} />,
  unsupported: <CircleHelp size={13} />,
  contradicted: <TriangleAlert size={13} />,
};

/** A fact of a reply in words: what it is, whether a source says it, and what that says. */
export function SupportText({ mark }: { readonly mark: SupportMark }) {
  const { t } = useText();
  const { source } = mark;
  const from =
    source === null
      ? null
      : source.from === 'evidence'
        ? source.evidence === null
          ? t('support.fromInserted')
          : t('support.fromEvidence', { number: source.evidence + 1 })
        : source.from === 'order'
          ? t('support.fromOrder', { number: source.number })
          : t(source.from === 'message' ? 'support.fromMessage' : 'support.fromPhrase');
  return (
    <span className="flex min-w-0 flex-col">
      <span className="flex gap-1.5">
        <span className={classNames('shrink-0 pt-px', tones[mark.verdict])}>{icons[mark.verdict]}</span>
        {/* Both whole: what is said and what the source says are compared. */}
        <span className="flex min-w-0 flex-wrap gap-x-1.5 [overflow-wrap:anywhere]">
          <span className="line-clamp-2 font-medium text-ink">{mark.said}</span>
          <span className={classNames('line-clamp-2', tones[mark.verdict])}>
            {mark.verdict === 'contradicted' && mark.says !== null
              ? t('support.says', { says: mark.says })
              : t(mark.verdict === 'supported' ? 'support.supported' : 'support.unsupported')}
          </span>
        </span>
      </span>
      {source !== null && (
        <span className="line-clamp-2 pl-5 text-ink-3">
          {from}
          {source.quote !== '' && ` “${source.quote}”`}
        </span>
      )}
    </span>
  );
}

const order: readonly SupportMark['verdict'][] = ['contradicted', 'unsupported', 'supported'];

/** Marks with their place among all: what differs, what has no source, then the rest. */
function worstFirst(marks: readonly SupportMark[]): ReadonlyArray<readonly [SupportMark, number]> {
  return marks
    .map((mark, index) => [mark, index] as const)
    .toSorted(([a], [b]) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** Every fact of the reply with what stands behind it, worst first; opened by hand. */
export function SupportList(props: {
  readonly marks: readonly SupportMark[];
  readonly active: number | null;
  readonly onActive: (mark: number | null) => void;
  readonly onChoose: (mark: SupportMark) => void;
}) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const list = useId();
  const count = (verdict: SupportMark['verdict']): number =>
    props.marks.filter((mark) => mark.verdict === verdict).length;
  if (props.marks.length === 0) return null;
  const [contradicted, unsupported] = [count('contradicted'), count('unsupported')];
  const shown = props.active === null ? undefined : props.marks[props.active];
  return (
    <div className="shrink-0 border-t border-line/60 px-3 py-1 text-xs" data-testid="support">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={list}
        data-testid="support-open"
        className="flex items-center gap-1.5 rounded-sm text-ink-3 hover:text-ink"
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
        {t('support.facts', { count: props.marks.length })}
        {contradicted > 0 && (
          <span className="flex items-center gap-1 text-red">
            {icons.contradicted}
            {t('support.contradictedCount', { count: contradicted })}
          </span>
        )}
        {unsupported > 0 && (
          <span className="flex items-center gap-1 text-amber">
            {icons.unsupported}
            {t('support.unsupportedCount', { count: unsupported })}
          </span>
        )}
      </button>
      {!isOpen && shown !== undefined && (
        <div className="pt-0.5" data-testid="support-shown">
          <SupportText mark={shown} />
        </div>
      )}
      {isOpen && (
        <ul id={list} aria-label={t('support.title')} className="max-h-32 overflow-y-auto pt-0.5">
          {worstFirst(props.marks).map(([mark, index]) => (
            <li key={`${mark.start} ${mark.end} ${mark.kind}`}>
              <button
                type="button"
                data-testid="support-mark"
                className={classNames(
                  'w-full rounded-sm px-1 py-0.5 text-left hover:bg-sunken',
                  index === props.active && 'bg-sunken',
                )}
                onPointerEnter={() => props.onActive(index)}
                onPointerLeave={() => props.onActive(null)}
                onFocus={() => props.onActive(index)}
                onBlur={() => props.onActive(null)}
                onClick={() => props.onChoose(mark)}
              >
                <SupportText mark={mark} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
