import { Clock, FileText, Layers } from 'lucide-react';
import type { Evidence } from '#shared/model/evidence.ts';
import { nearEnd } from '../../app/near-end.ts';
import { placeParts } from '../../i18n/content-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';

/** Where a passage comes from, in whose place it stands, and when its time ends, where that is near. */
export function StandingLine({ evidence }: { readonly evidence: Evidence }) {
  const { t, format } = useText();
  const now = useNow();
  const { place, overlaysEntryId } = evidence;
  const end = nearEnd(evidence, now);
  if (!place && !overlaysEntryId && end === null) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-0.5 text-xs text-ink-3" data-testid="evidence-standing">
      {end !== null && (
        <li className={classNames('flex items-center gap-1.5', end.isOver ? 'text-red' : 'text-amber')}>
          <Clock size={11} className="shrink-0" aria-hidden />
          {t(end.isOver ? 'evidence.endedAt' : 'evidence.until', { when: format.moment(end.at, now) })}
        </li>
      )}
      {overlaysEntryId && (
        <li className="flex items-center gap-1.5">
          <Layers size={11} className="shrink-0" aria-hidden />
          <a href={`#/knowledge/${overlaysEntryId}`} className="hover:text-ink hover:underline">
            {t('evidence.inPlaceOf')}
          </a>
        </li>
      )}
      {place && (
        <li className="flex items-start gap-1.5">
          <FileText size={11} className="mt-0.5 shrink-0" aria-hidden />
          <span className="line-clamp-2 [overflow-wrap:anywhere]" title={placeParts(t, place).join(' · ')}>
            {placeParts(t, place).join(' · ')}
          </span>
        </li>
      )}
    </ul>
  );
}
