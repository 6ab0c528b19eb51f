import type { Ref } from 'react';
import type { Finding } from '#shared/model/finding.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { kindTones } from './FindingRow.tsx';
import { FindingPassage } from './FindingPassage.tsx';

/** A finding opened: its entries side by side, why they are here and what can be done. */
export function FindingDetail({
  ref,
  ...props
}: {
  readonly finding: Finding;
  readonly now: number;
  readonly ref: Ref<HTMLElement>;
  readonly onEdit: (entryId: string) => void;
  readonly onRetire: () => void;
  readonly onDismiss: () => void;
}) {
  const { t, format } = useText();
  const { finding, now } = props;
  const { kind, corrected } = finding;
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t(`health.kind.${kind}`)}
      data-testid="finding-detail"
      className="@container flex min-w-0 flex-1 flex-col overflow-y-auto outline-none"
    >
      <header className="flex flex-wrap items-start gap-3 px-5 pt-4">
        <div className="min-w-72 flex-1">
          <h2 className="flex items-center gap-2 text-base font-semibold">
            <Badge tone={kindTones[kind]}>{t(`health.kind.${kind}`)}</Badge>
            {finding.fact !== null && <span>{t(`health.fact.${finding.fact}`)}</span>}
          </h2>
          <p className="mt-1 max-w-2xl text-sm text-ink-2">
            {kind === 'corrected'
              ? t('health.about.corrected', { count: corrected?.times ?? 0 })
              : kind === 'expired' || kind === 'expiring'
                ? t(`health.about.${kind}`, { when: format.full(finding.until ?? finding.since) })
                : kind === 'unused'
                  ? t('health.about.unused', { when: format.moment(finding.since, now) })
                  : t(`health.about.${kind}`)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button shortcut="M" data-testid="finding-retire" onClick={props.onRetire}>
            {t(finding.entries.length === 2 ? 'health.merge' : 'health.retire')}
          </Button>
          <Button shortcut="D" data-testid="finding-dismiss" onClick={props.onDismiss}>
            {t('health.dismiss')}
          </Button>
        </div>
      </header>
      <div className="flex flex-wrap items-stretch gap-3 px-5 py-4">
        {finding.entries.map((entry, index) => (
          <FindingPassage
            key={entry.id}
            entry={entry}
            spans={finding.spans}
            now={now}
            shortcut={index === 0 ? 'E' : undefined}
            onEdit={() => props.onEdit(entry.id)}
          />
        ))}
      </div>
      {corrected !== null && (
        <section className="px-5 pb-5">
          <h3 className="mb-2 text-sm font-semibold">{t('health.said')}</h3>
          <ul className="flex flex-col gap-2">
            {corrected.latest.map((said) => (
              <li key={`${said.itemId} ${said.at}`} className="rounded-lg border border-violet-line bg-violet-soft p-3">
                <p className="prose-mail text-sm">{said.text}</p>
                <p className="mt-1 text-xs text-ink-3">{format.moment(said.at, now)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
