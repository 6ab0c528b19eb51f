import type { LessonCandidate } from '#shared/model/lesson-review.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { useNow } from '../../ui/use-now.ts';
import { reachText, riskTone, shareTone } from './lesson-words.ts';
import { usePersonText } from './use-person-text.ts';

/** The heaviest: another would be cut where the list is narrow; all of them stand in the lesson. */
const risksShown = 1;

/** A waiting lesson in the list: what is asked, who says so and for how many, and what is risky about it. */
export function QueueRow({ candidate }: { readonly candidate: LessonCandidate }) {
  const { t, format } = useText();
  const personText = usePersonText();
  const now = useNow();
  const { item, risks } = candidate;
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-baseline gap-2">
        <span className="line-clamp-2 min-w-0 flex-1 text-sm font-medium break-words" lang={item.language}>
          {item.question}
        </span>
        <time className="shrink-0 text-2xs text-ink-3">{format.moment(item.createdAt, now)}</time>
      </span>
      <span className="text-xs text-ink-2">{reachText(t, candidate, personText(candidate.author))}</span>
      <span className="flex items-center gap-2">
        <span className="flex min-w-0 flex-1 items-center gap-1 overflow-hidden">
          <Badge tone="violet">{t(`lessons.type.${item.type ?? 'unknown'}`)}</Badge>
          {risks.slice(0, risksShown).map((risk) => (
            <Badge key={risk} tone={riskTone(risk)}>
              {t(`lessons.risk.${risk}`)}
            </Badge>
          ))}
          {risks.length > risksShown && (
            <span
              className="shrink-0 text-2xs text-ink-3"
              title={risks
                .slice(risksShown)
                .map((risk) => t(`lessons.risk.${risk}`))
                .join(', ')}
            >
              +{risks.length - risksShown}
            </span>
          )}
        </span>
        <Meter
          value={candidate.risk}
          label={t('lessons.risk')}
          tone={shareTone(candidate.risk)}
          className="w-8 shrink-0"
        />
      </span>
    </span>
  );
}
