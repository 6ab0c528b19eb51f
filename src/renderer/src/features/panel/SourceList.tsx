import { BookOpen, GraduationCap, Package, Tag } from 'lucide-react';
import { useState } from 'react';
import type { Evidence } from '#shared/model/evidence.ts';
import { nearEnd } from '../../app/near-end.ts';
import { placeParts } from '../../i18n/content-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';

export type NumberedEvidence = { readonly index: number; readonly evidence: Evidence };

const kinds: Record<Evidence['kind'], { readonly icon: React.ReactNode; readonly chip: string }> = {
  knowledge: { icon: <BookOpen size={12} className="text-accent-ink" />, chip: 'bg-accent-soft text-accent-ink' },
  learned: { icon: <GraduationCap size={12} className="text-violet" />, chip: 'bg-violet-soft text-violet' },
  order: { icon: <Package size={12} className="text-blue" />, chip: 'bg-blue-soft text-blue' },
  product: { icon: <Tag size={12} className="text-blue" />, chip: 'bg-blue-soft text-blue' },
};

function Source(
  props: NumberedEvidence & { readonly isActive: boolean; readonly onActive: (isActive: boolean) => void },
) {
  const { t, format } = useText();
  const now = useNow();
  const { evidence, index } = props;
  const end = nearEnd(evidence, now);
  const [isWhole, setIsWhole] = useState(false);
  const kind = kinds[evidence.kind];
  return (
    <li
      data-testid="panel-source"
      data-kind={evidence.kind}
      onPointerEnter={() => props.onActive(true)}
      onPointerLeave={() => props.onActive(false)}
    >
      <button
        type="button"
        aria-expanded={isWhole}
        onClick={() => setIsWhole(!isWhole)}
        onFocus={() => props.onActive(true)}
        onBlur={() => props.onActive(false)}
        className={classNames(
          'w-full rounded-lg border px-2.5 py-1.5 text-left',
          props.isActive ? 'border-accent-ink bg-raised' : 'border-line bg-raised hover:border-line-strong',
        )}
      >
        <span className="flex items-center gap-1.5">
          <span
            className={classNames(
              'numbers flex h-4 min-w-4 items-center justify-center rounded-sm px-0.5 text-2xs',
              kind.chip,
            )}
          >
            {index + 1}
          </span>
          <span className="min-w-0 flex-1 truncate text-xs font-semibold" lang={evidence.language}>
            {evidence.question || t('evidence.untitled')}
          </span>
          <span title={t(`evidenceKind.${evidence.kind}`)}>{kind.icon}</span>
          <span className="numbers text-2xs text-ink-3" title={t('trust.label')}>
            {evidence.confidence.toFixed(2)}
          </span>
        </span>
        <span
          className={classNames('prose-mail mt-0.5 text-xs text-ink-2', isWhole ? 'block' : 'line-clamp-2')}
          lang={evidence.language}
        >
          {evidence.answer}
        </span>
        {end !== null && (
          <span className={classNames('mt-0.5 block text-2xs', end.isOver ? 'text-red' : 'text-amber')}>
            {t(end.isOver ? 'evidence.endedAt' : 'evidence.until', { when: format.moment(end.at, now) })}
          </span>
        )}
        {isWhole && evidence.place && (
          <span className="mt-0.5 block text-2xs text-ink-3 [overflow-wrap:anywhere]">
            {placeParts(t, evidence.place).join(' · ')}
          </span>
        )}
        {isWhole && evidence.overlaysEntryId && (
          <span className="mt-0.5 block text-2xs text-ink-3">{t('evidence.inPlaceOf')}</span>
        )}
      </button>
    </li>
  );
}

/** What the draft stands on, short enough to be checked at a glance; a press shows the whole of it. */
export function SourceList(props: {
  readonly sources: readonly NumberedEvidence[];
  readonly activeEvidence: number | null;
  readonly onActiveEvidence: (evidence: number | null) => void;
}) {
  const { t } = useText();
  if (props.sources.length === 0) return null;
  return (
    <section
      aria-label={t('evidence.title')}
      data-testid="panel-sources"
      className="max-h-[30%] min-h-10 shrink overflow-y-auto [@media(max-height:520px)]:min-h-0 border-t border-line px-3 py-2"
    >
      <ul className="flex flex-col gap-1.5">
        {props.sources.map((source) => (
          <Source
            key={source.index}
            {...source}
            isActive={props.activeEvidence === source.index}
            onActive={(isActive) => props.onActiveEvidence(isActive ? source.index : null)}
          />
        ))}
      </ul>
    </section>
  );
}
