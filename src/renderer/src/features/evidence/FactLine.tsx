import type { FactReading } from '#shared/model/evidence.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { readText, sourceText } from '../../i18n/fact-text.ts';
import { useNow } from '../../ui/use-now.ts';
import { isOldReading } from './old-reading.ts';

/** Where and when a shop's fact was read, and whether it has to be checked. */
export function FactLine({ reading }: { readonly reading: FactReading }) {
  const { t, format } = useText();
  const now = useNow();
  return (
    <>
      <p className="mt-1.5 text-2xs text-ink-3" data-testid="fact-reading" title={format.full(reading.readAt)}>
        {sourceText(t, reading.source)} · {readText(t, format, reading.readAt, now)}
      </p>
      {reading.isClaimed && (
        <p className="mt-1 rounded bg-amber-soft px-1.5 py-0.5 text-2xs text-amber" data-testid="fact-claimed">
          {t('facts.claimed')}
        </p>
      )}
      {isOldReading(reading, now) && (
        <p className="mt-1 rounded bg-amber-soft px-1.5 py-0.5 text-2xs text-amber" data-testid="fact-old">
          {t('facts.asOf', { when: format.moment(reading.readAt, now) })}
        </p>
      )}
    </>
  );
}
