import { TrendingDown } from 'lucide-react';
import { useRef } from 'react';
import type { DriftAlarm } from '#shared/model/insight.ts';
import { useAlarmsLook } from '../../app/last-look.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useInView } from '../../ui/use-in-view.ts';

function Alarm({
  alarm,
  isNew,
  onOpen,
  onDismiss,
}: {
  readonly alarm: DriftAlarm;
  /** It was not there when the person last looked. */
  readonly isNew: boolean;
  readonly onOpen: () => void;
  readonly onDismiss: () => void;
}) {
  const { t, format } = useText();
  const [first] = alarm.entries;
  if (first === undefined) return null;
  const isEntry = alarm.kind === 'entry';
  const of = ({ changed, all }: DriftAlarm['before']): string => t('insights.ofCount', { part: changed, all });
  return (
    <li className="rounded-lg border border-amber-line bg-amber-soft/50 p-3" data-testid="drift-alarm">
      <p className="flex items-start gap-2 text-sm font-medium">
        <TrendingDown size={16} className="mt-0.5 shrink-0 text-amber" aria-hidden />
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {isEntry ? first.question || first.answer : t('insights.driftTopic', { topic: alarm.topic ?? '' })}
        </span>
        {isNew && <Badge tone="amber">{t('insights.alarmNew')}</Badge>}
      </p>
      <p className="numbers mt-1 text-xs text-ink-2">
        {t('insights.driftFrom', {
          since: format.day(new Date(alarm.since).toLocaleDateString('sv')),
          before: of(alarm.before),
          after: of(alarm.after),
        })}
      </p>
      {alarm.edits.map(({ from, to, count }) => (
        <p key={`${from}→${to}`} className="mt-1 text-xs">
          <del className="text-red">{from || t('insights.nothing')}</del> →{' '}
          <ins className="text-accent-ink no-underline">{to || t('insights.nothing')}</ins>{' '}
          <span className="numbers text-ink-3">×{count}</span>
        </p>
      ))}
      <div className="mt-2 flex flex-wrap gap-x-3 gap-y-1.5">
        {alarm.entries.map((entry) => (
          <a
            key={entry.id}
            href={`#/knowledge/${entry.id}`}
            className="max-w-full truncate text-xs text-accent-ink underline-offset-2 hover:underline"
          >
            {isEntry
              ? t('insights.mend')
              : t('insights.mendOf', { question: entry.question || entry.answer.slice(0, 60) })}
          </a>
        ))}
        <span className="flex-1" />
        <Button size="small" tone="quiet" onClick={onOpen}>
          {t('insights.driftOutcomes')}
        </Button>
        <Button size="small" tone="quiet" onClick={onDismiss}>
          {t('insights.driftDismiss')}
        </Button>
      </div>
    </li>
  );
}

/** Entries and topics that people change more than they did. */
export function DriftCards({
  storeId,
  onOpen,
}: {
  readonly storeId: string;
  readonly onOpen: (alarm: DriftAlarm) => void;
}) {
  const { t } = useText();
  const report = useReport();
  const { data, refetch } = useAnswer('insight.drift', { storeId });
  const list = useRef<HTMLUListElement>(null);
  const fresh = useAlarmsLook(storeId, data, useInView(list));
  const dismiss = useRequest('insight.dismissDrift');
  const restore = useRequest('insight.restoreDrift');
  const again = { onError: report, onSuccess: () => void refetch() };

  function letStand({ key }: DriftAlarm): void {
    dismiss.mutate({ key }, again);
    showToast({
      text: t('insights.driftDismissed'),
      actions: [{ label: t('action.undo'), run: () => restore.mutate({ key }, again) }],
    });
  }

  const alarms = data ?? [];
  return (
    <>
      {alarms.length === 0 && <p className="text-sm text-ink-3">{t('insights.noDrift')}</p>}
      <ul ref={list} className="flex flex-col gap-2">
        {alarms.map((alarm) => (
          <Alarm
            key={alarm.key}
            alarm={alarm}
            isNew={fresh.has(alarm.key)}
            onOpen={() => onOpen(alarm)}
            onDismiss={() => letStand(alarm)}
          />
        ))}
      </ul>
    </>
  );
}
