import { ChevronRight, Headset, RotateCw } from 'lucide-react';
import { useId } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import type { HelpdeskView } from '#shared/contract/helpdesk.ts';
import type { HelpdeskCustomer, HelpdeskThread } from '#shared/model/helpdesk.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field, Select } from '../../ui/Field.tsx';
import { NoteBox } from './NoteBox.tsx';
import { TagEditor } from './TagEditor.tsx';
import { useHelpdesk } from './use-helpdesk.ts';

const tones: Record<HelpdeskThread['status'], Tone> = { open: 'blue', pending: 'amber', solved: 'accent' };

/** What the closed panel tells of a thread that was asked for. */
function Summary({ thread }: { readonly thread: HelpdeskThread }) {
  const { t } = useText();
  return (
    <>
      <Badge tone={tones[thread.status]}>{t(`threadStatus.${thread.status}`)}</Badge>
      <span className="truncate text-ink-2">{thread.assignee?.name ?? t('helpdesk.nobody')}</span>
      <span className="min-w-0 truncate text-ink-3">{thread.tags.join(', ')}</span>
    </>
  );
}

function Customer({ customer }: { readonly customer: HelpdeskCustomer }) {
  const { t, format } = useText();
  const facts = [
    customer.address,
    customer.phone ?? '',
    customer.since === null ? '' : t('helpdesk.since', { when: format.month(customer.since) }),
    customer.tags.join(', '),
  ].filter((fact) => fact !== '');
  return (
    <p data-testid="helpdesk-customer" className="text-xs text-ink-2 select-text">
      <span className="font-medium text-ink">{customer.name || t('helpdesk.customer')}</span>
      {facts.map((fact) => ` · ${fact}`)}
      {customer.note !== null && customer.note !== '' && (
        <span className="mt-0.5 line-clamp-3 block text-ink-3">{customer.note}</span>
      )}
    </p>
  );
}

type Desk = ReturnType<typeof useHelpdesk>;

function Controls(props: {
  readonly view: HelpdeskView;
  readonly statuses: readonly HelpdeskThread['status'][];
  readonly desk: Desk;
}) {
  const { t } = useText();
  const { view, desk } = props;
  const { thread } = view;
  // What a thread has now is always among the choices, even where it cannot be set.
  const statuses = props.statuses.includes(thread.status) ? props.statuses : [thread.status, ...props.statuses];
  const isKnown = view.assignees.some(({ id }) => id === thread.assignee?.id);
  const assignees = thread.assignee === null || isKnown ? view.assignees : [thread.assignee, ...view.assignees];
  return (
    <div
      aria-busy={desk.isBusy}
      className="grid grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,1fr)] items-start gap-3 @md:grid-cols-[8.5rem_minmax(8rem,12rem)_1fr]"
    >
      <Field label={t('helpdesk.status')}>
        {(parts) => (
          <Select
            id={parts.id}
            value={thread.status}
            onChange={(status) => desk.change({ status })}
            options={statuses.map((value) => ({ value, label: t(`threadStatus.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('helpdesk.assignee')}>
        {(parts) => (
          <Select
            id={parts.id}
            value={thread.assignee?.id ?? ''}
            onChange={(id) => desk.change({ assigneeId: id === '' ? null : id })}
            options={[
              { value: '', label: t('helpdesk.nobody') },
              ...assignees.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <div className="flex min-w-0 flex-col gap-1">
        <span className="text-xs font-medium text-ink-2">{t('helpdesk.tags')}</span>
        <TagEditor tags={thread.tags} onChange={(tags) => desk.change({ tags })} />
      </div>
    </div>
  );
}

/**
 * What a helpdesk knows of the open conversation, and what can be done with it there, beside answering. It asks when it
 * is opened; without a line it says so and keeps what it knew.
 */
export function HelpdeskPanel(props: {
  readonly conversationId: string;
  readonly helpdesk: NonNullable<Thread['helpdesk']>;
  readonly isOpen: boolean;
  /** Rises each time a person wants to write a note. */
  readonly noteCalls: number;
  readonly addKeys: string;
  readonly onToggle: () => void;
}) {
  const { t } = useText();
  const id = useId();
  const { isOpen } = props;
  const desk = useHelpdesk(props.conversationId, isOpen);
  const problem = desk.problem === null ? null : problemText(t, desk.problem);
  return (
    <section
      aria-label={t('helpdesk.title')}
      data-testid="helpdesk"
      data-open={isOpen}
      className="@container shrink-0 border-b border-line bg-canvas/60 text-xs"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        data-testid="helpdesk-toggle"
        title={`${t('keys.helpdesk')} (H)`}
        onClick={props.onToggle}
        className="flex w-full items-center gap-2 px-5 py-1.5 text-left hover:bg-sunken/60"
      >
        <ChevronRight
          size={13}
          className={classNames('shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-90')}
        />
        <Headset size={13} className="shrink-0 text-ink-2" />
        <span className="font-semibold text-ink">{t('helpdesk.title')}</span>
        {desk.view !== null && <Summary thread={desk.view.thread} />}
        {desk.isAsking && <span className="text-ink-3">{t('helpdesk.loading')}</span>}
      </button>
      {isOpen && (
        <div id={id} className="flex flex-col gap-2.5 px-5 pt-1 pb-3">
          {problem !== null && (
            <p role="status" data-testid="helpdesk-problem" className="flex items-center gap-2 text-xs text-amber">
              <span className="min-w-0 flex-1">
                {problem.what} {problem.remedy}
              </span>
              <Button size="small" icon={<RotateCw size={12} />} onClick={desk.retry}>
                {t('helpdesk.retry')}
              </Button>
            </p>
          )}
          {desk.view !== null && <Controls view={desk.view} statuses={props.helpdesk.statuses} desk={desk} />}
          {desk.view !== null && desk.view.thread.customer !== null && (
            <Customer customer={desk.view.thread.customer} />
          )}
          {desk.view !== null && (
            <NoteBox conversationId={props.conversationId} calls={props.noteCalls} addKeys={props.addKeys} />
          )}
        </div>
      )}
    </section>
  );
}
