import { type ReactNode } from 'react';
import type { DeskStatus } from '#shared/model/desk.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import { type OutboxLook, lookOf } from '../features/outbox/looks.ts';
import { productOf } from '../features/settings/helpdesk-kinds.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/Progress.tsx';
import { classNames } from '../ui/class-names.ts';
import { useMay } from './presence.ts';
import { useAnswer, useRequest } from './queries.ts';
import { pathOf } from './routes.ts';
import { useTasks } from './tasks.ts';
import { useReport } from './use-report.ts';

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="border-b border-line px-3.5 py-2.5 last:border-0">
      <h3 className="mb-0.5 text-xs font-semibold text-ink-2">{title}</h3>
      {children}
    </section>
  );
}

function Search({ status }: { readonly status: DeskStatus }) {
  const { t } = useText();
  const repair = useRequest('desk.repairEmbedder');
  const report = useReport();
  const task = useTasks().find((each) => each.task === 'repair' || each.task === 'embed');
  const { phase, problem } = status.embedder;
  const canRepair = phase === 'absent';
  return (
    <Section title={t('desk.search')}>
      <p className={classNames('text-sm', canRepair ? 'text-amber' : 'text-ink')}>{t(`embedder.${phase}`)}</p>
      {problem !== null && <p className="mt-0.5 text-xs text-ink-3">{problemText(t, problem).what}</p>}
      {status.index.toEmbed > 0 && (
        <p className="text-xs text-ink-3">{t('desk.toEmbed', { count: status.index.toEmbed })}</p>
      )}
      {task !== undefined && (
        <Progress
          className="mt-2"
          label={t(`task.${task.task}`, { subject: task.subject })}
          done={task.done}
          total={task.total}
        />
      )}
      {canRepair && (
        <Button
          size="small"
          tone="primary"
          className="mt-2"
          data-testid="repair-embedder"
          disabled={repair.isPending}
          onClick={() => repair.mutate({}, { onError: report })}
        >
          {t(repair.isPending ? 'desk.repairing' : 'desk.repair')}
        </Button>
      )}
    </Section>
  );
}

const tones: Partial<Record<OutboxLook, string>> = { failed: 'text-red', held: 'text-amber' };

function Outgoing({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const outbox = useAnswer('outbox.list', {});
  const open = outbox.data ?? [];
  return (
    <Section title={t('desk.outbox')}>
      {open.length === 0 && <p className="text-sm text-ink">{t('desk.outboxEmpty')}</p>}
      <ul className="flex flex-col gap-0.5">
        {open.slice(0, 8).map((item) => {
          const look = lookOf(item);
          return (
            <li key={item.id}>
              <a
                href={`#${pathOf({ place: 'inbox', status: item.status, id: item.conversationId })}`}
                onClick={onClose}
                data-testid="desk-outgoing"
                className="-mx-1 block rounded px-1 py-0.5 text-sm hover:bg-sunken"
              >
                <span className="flex items-baseline justify-between gap-2">
                  <span className="truncate font-medium">{item.customer}</span>
                  <span className={classNames('shrink-0 text-xs', tones[look] ?? 'text-ink-2')}>
                    {t(`outbox.${look}`)}
                  </span>
                </span>
                <span className="block truncate text-xs text-ink-3">{item.body}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Inboxes({ inboxes, onClose }: { readonly inboxes: readonly Inbox[]; readonly onClose: () => void }) {
  const { t } = useText();
  const may = useMay();
  const troubled = inboxes.filter((inbox) => inbox.state.problem !== null);
  return (
    <Section title={t('desk.inboxes')}>
      {troubled.length === 0 && <p className="text-sm text-ink">{t('desk.inboxesGood', { count: inboxes.length })}</p>}
      {troubled.map((inbox) => {
        const problem =
          inbox.state.problem === null ? null : problemText(t, inbox.state.problem, productOf(inbox.settings));
        return (
          <div key={inbox.id} className="mb-1 text-sm">
            <p className="font-medium">{inbox.name}</p>
            <p className={classNames('text-xs', inbox.state.phase === 'stopped' ? 'text-red' : 'text-amber')}>
              {problem?.what} {problem?.remedy}
            </p>
            {may('inbox.save') && (
              <a
                href={`#${pathOf({ place: 'settings', section: 'inboxes' })}`}
                onClick={onClose}
                className="text-xs text-accent-ink underline underline-offset-2"
              >
                {t('desk.openSettings')}
              </a>
            )}
          </div>
        );
      })}
    </Section>
  );
}

/** What the desk is doing and what needs a person. */
export function DeskStatusPanel(props: {
  readonly status: DeskStatus;
  readonly inboxes: readonly Inbox[];
  readonly onClose: () => void;
}) {
  const { t } = useText();
  return (
    <div
      role="dialog"
      aria-label={t('desk.title')}
      className="animate-rise absolute bottom-0 left-full z-40 ml-2 w-80 overflow-hidden rounded-xl border border-line bg-raised text-left shadow-float"
    >
      <Search status={props.status} />
      <Outgoing onClose={props.onClose} />
      <Inboxes inboxes={props.inboxes} onClose={props.onClose} />
      {!props.status.hasKeychain && (
        <p className="bg-amber-soft px-3.5 py-2 text-xs text-amber">{t('desk.noKeychain')}</p>
      )}
    </div>
  );
}
