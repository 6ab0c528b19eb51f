import { ClipboardPaste, Headset, Mail, Pause, Play, RefreshCw, Store as StoreIcon } from 'lucide-react';
import { assertNever } from '#shared/errors.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useNow } from '../../ui/use-now.ts';
import { productOf } from './helpdesk-kinds.ts';

type Phase = Inbox['state']['phase'] | 'paused';

const tones: Record<Phase, Tone> = {
  idle: 'accent',
  syncing: 'blue',
  waiting: 'amber',
  stopped: 'red',
  paused: 'neutral',
};

/** What a person sees an inbox do: one that is told to pause still brings its page in. */
function phaseOf({ pausedAt, state }: Inbox): Phase {
  return pausedAt !== null && state.phase !== 'syncing' ? 'paused' : state.phase;
}

/** How far a first import is: `1,240 of 20,000`; null where nothing long is running. */
function useProgressText({ state }: Inbox): string | null {
  const { t, format } = useText();
  if (state.progress === null) return null;
  const { done, total } = state.progress;
  return total === null ? format.number(done) : t('inboxes.doneOf', { done, total: format.number(total) });
}

function StateLine({ inbox }: { readonly inbox: Inbox }) {
  const { t, format } = useText();
  const now = useNow();
  const progress = useProgressText(inbox);
  const { state } = inbox;
  const phase = phaseOf(inbox);
  if (phase === 'paused') return <p className="text-xs text-ink-2">{t('inboxes.pausedText')}</p>;
  if (phase === 'syncing' && inbox.pausedAt !== null)
    return <p className="text-xs text-ink-2">{t('inboxes.pausing')}</p>;
  if (state.problem !== null) {
    const { what, remedy } = problemText(t, state.problem, productOf(inbox.settings));
    return (
      <p className={state.phase === 'stopped' ? 'text-xs text-red' : 'text-xs text-amber'}>
        {what} {remedy}
        {state.nextTryAt !== null &&
          state.phase === 'waiting' &&
          ` ${t('inboxes.nextTry', { when: format.moment(state.nextTryAt, now) })}`}
      </p>
    );
  }
  if (progress !== null && state.syncedAt === null)
    return <p className="text-xs text-ink-3">{t('inboxes.importText')}</p>;
  return (
    <p className="text-xs text-ink-3">
      {state.syncedAt === null
        ? t('inboxes.neverSynced')
        : t('inboxes.synced', { when: format.moment(state.syncedAt, now) })}
    </p>
  );
}

/** Where an inbox is; null for those that are nowhere. */
function placeOf({ settings }: Inbox): string | null {
  switch (settings.kind) {
    case 'imap':
      return settings.address;
    case 'chatwoot':
      return `${settings.host} · ${settings.accountId}`;
    case 'zendesk':
    case 'gorgias':
    case 'freshdesk':
    case 'libredesk':
      return settings.host;
    case 'sample':
    case 'clipboard':
      return null;
    default:
      return assertNever(settings);
  }
}

function KindIcon({ inbox }: { readonly inbox: Inbox }) {
  switch (inbox.settings.kind) {
    case 'imap':
      return <Mail size={18} />;
    case 'sample':
      return <StoreIcon size={18} />;
    case 'clipboard':
      return <ClipboardPaste size={18} />;
    default:
      return <Headset size={18} />;
  }
}

/** Fetch now; and while a first import runs, or is paused, the way to pause it or let it go on. */
function FetchButtons({ inbox }: { readonly inbox: Inbox }) {
  const { t } = useText();
  const report = useReport();
  const sync = useRequest('inbox.syncNow');
  const pause = useRequest('inbox.pause');
  const resume = useRequest('inbox.resume');
  const input = { inboxId: inbox.id };
  if (inbox.pausedAt !== null) {
    return (
      <Button
        size="small"
        icon={<Play size={13} />}
        data-testid="inbox-resume"
        disabled={resume.isPending}
        onClick={() => resume.mutate(input, { onError: report })}
      >
        {t('inboxes.resume')}
      </Button>
    );
  }
  return (
    <>
      <IconButton
        label={t('inboxes.pause')}
        icon={<Pause size={15} />}
        data-testid="inbox-pause"
        disabled={pause.isPending}
        onClick={() => pause.mutate(input, { onError: report })}
      />
      <IconButton
        label={t('inboxes.syncNow')}
        icon={<RefreshCw size={15} />}
        disabled={sync.isPending || inbox.state.phase === 'syncing'}
        onClick={() => sync.mutate(input, { onError: report })}
      />
    </>
  );
}

/** One inbox: what it is, how it does, and what can be done about it. */
export function InboxRow(props: {
  readonly inbox: Inbox;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useText();
  const { inbox } = props;
  const { kind } = inbox.settings;
  const phase = phaseOf(inbox);
  const progress = useProgressText(inbox);
  const isKeyMissing = inbox.state.problem?.detail['reason'] === 'missing';
  return (
    <li
      data-testid="inbox-row"
      data-phase={phase}
      data-kind={kind}
      className="overflow-hidden rounded-xl border border-line bg-raised"
    >
      <div className="flex items-center gap-3 px-4 py-3">
        <span className="text-ink-3">
          <KindIcon inbox={inbox} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2">
            <span className="truncate text-base font-semibold">{inbox.name}</span>
            {kind !== 'clipboard' && (
              <Badge tone={tones[phase]} className="numbers">
                {t(`inboxPhase.${phase}`)}
                {progress !== null && ` · ${progress}`}
              </Badge>
            )}
          </p>
          <p className="truncate text-xs text-ink-2">
            {placeOf(inbox) ?? t(kind === 'clipboard' ? 'inboxes.clipboardText' : 'inboxes.sampleText')}
          </p>
          {kind !== 'clipboard' && <StateLine inbox={inbox} />}
        </div>
        {kind !== 'clipboard' && !isKeyMissing && <FetchButtons inbox={inbox} />}
        {kind !== 'sample' && kind !== 'clipboard' && (
          <Button size="small" tone={isKeyMissing ? 'primary' : 'plain'} onClick={props.onChange}>
            {t(isKeyMissing ? 'inboxes.enterKey' : 'action.edit')}
          </Button>
        )}
        <Button size="small" tone="quiet" onClick={props.onRemove}>
          {t('inboxes.remove')}
        </Button>
      </div>
      {inbox.state.progress !== null && (
        <Progress
          label={t(`inboxPhase.${phase}`)}
          done={inbox.state.progress.done}
          total={inbox.state.progress.total ?? (phase === 'paused' ? inbox.state.progress.done : null)}
        />
      )}
    </li>
  );
}
