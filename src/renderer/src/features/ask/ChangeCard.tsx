import type { AnswerChange } from '#shared/model/replay.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';

const tones: Record<AnswerChange['kind'], Tone> = {
  lost: 'red',
  replaced: 'amber',
  reworded: 'neutral',
  gained: 'accent',
};
const casesShown = 3;

function Source(props: {
  readonly label: string;
  readonly evidence: AnswerChange['before'];
  readonly onOpen: (entryId: string) => void;
}) {
  const { t } = useText();
  const { evidence } = props;
  if (evidence === null) return null;
  // What is only supposed has no place to open yet.
  const isSupposed = evidence.id.startsWith('ffffffff-ffff-7');
  const name = isSupposed ? t('replay.newEntry') : evidence.question || t('evidence.untitled');
  return (
    <span className="inline-flex max-w-full min-w-0 items-baseline gap-1">
      {props.label}:
      {isSupposed || evidence.kind !== 'knowledge' ? (
        <span className="truncate">{name}</span>
      ) : (
        <button
          type="button"
          className="truncate underline underline-offset-2"
          onClick={() => props.onOpen(evidence.id)}
        >
          {name}
        </button>
      )}
    </span>
  );
}

/** One answer that would become another: what changes, how risky that is, and whom it concerns. */
export function ChangeCard(props: {
  readonly change: AnswerChange;
  readonly onOpenConversation: (conversationId: string) => void;
  readonly onOpenEntry: (entryId: string) => void;
}) {
  const { t, format } = useText();
  const now = useNow();
  const { change } = props;
  const language = change.after?.language ?? change.before?.language;
  return (
    <li data-testid="replay-change" data-kind={change.kind} className="rounded-lg border border-line bg-raised p-3">
      <header className="mb-2 flex flex-wrap items-center gap-2">
        <Badge tone={tones[change.kind]}>{t(`replay.kind.${change.kind}`)}</Badge>
        <span className="text-xs text-ink-2">{t('replay.customers', { count: change.customers })}</span>
        <span className="min-w-0 flex-1 truncate text-xs text-ink-3">
          {change.risks.map((risk) => t(`replay.risk.${risk}`)).join(' · ')}
        </span>
        <Meter
          value={change.risk}
          label={t('replay.risk')}
          tone={change.risk >= 0.6 ? 'red' : change.risk >= 0.3 ? 'amber' : 'neutral'}
          className="w-12"
        />
      </header>
      <WordDiff
        before={change.before?.answer ?? ''}
        after={change.after?.answer ?? ''}
        {...(language === undefined ? {} : { lang: language })}
      />
      <p className="mt-1.5 flex flex-wrap gap-x-4 text-2xs text-ink-3">
        <Source label={t('replay.before')} evidence={change.before} onOpen={props.onOpenEntry} />
        <Source label={t('replay.after')} evidence={change.after} onOpen={props.onOpenEntry} />
      </p>
      {change.sent !== null && (
        <details className="mt-1.5 text-xs text-ink-2">
          <summary className="cursor-pointer text-ink-3">{t('replay.sent')}</summary>
          <p className="prose-mail mt-1 border-l-2 border-line pl-2">{change.sent}</p>
        </details>
      )}
      <ul className="mt-2 flex flex-col border-t border-line pt-1.5 text-xs">
        {change.cases.slice(0, casesShown).map((one) => (
          <li key={`${one.conversationId}-${one.ask}`}>
            <button
              type="button"
              title={t('replay.openConversation')}
              onClick={() => props.onOpenConversation(one.conversationId)}
              className="flex w-full items-baseline gap-2 rounded px-1 py-0.5 text-left hover:bg-sunken"
            >
              <span className="w-28 shrink-0 truncate text-ink-2">{one.customer}</span>
              <span className="min-w-0 flex-1 truncate">{one.ask}</span>
              <time className="numbers shrink-0 text-ink-3">{format.moment(one.askedAt, now)}</time>
            </button>
          </li>
        ))}
        {change.caseCount > casesShown && (
          <li className="px-1 text-ink-3">{t('replay.moreCases', { count: change.caseCount - casesShown })}</li>
        )}
      </ul>
    </li>
  );
}
