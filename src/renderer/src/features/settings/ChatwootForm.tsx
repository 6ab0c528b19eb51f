import { useState } from 'react';
import type { ChatwootSettings, Inbox } from '#shared/model/inbox.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ProbeResult } from './ProbeResult.tsx';

type Entered = { readonly host: string; readonly accountId: string; readonly inboxId: string; readonly token: string };

function enteredOf(inbox: Inbox | null): Entered {
  if (inbox?.settings.kind !== 'chatwoot') {
    return { host: 'https://app.chatwoot.com', accountId: '', inboxId: '', token: '' };
  }
  const { host, accountId, inboxId } = inbox.settings;
  return { host, accountId: String(accountId), inboxId: inboxId === null ? '' : String(inboxId), token: '' };
}

/** Null while something is missing. */
function settingsOf({ host, accountId, inboxId }: Entered): ChatwootSettings | null {
  const isComplete = /^https?:\/\/[^\s/]+/.test(host) && Number(accountId) > 0;
  if (!isComplete) return null;
  const inbox = Number(inboxId);
  return { kind: 'chatwoot', host, accountId: Number(accountId), inboxId: inbox > 0 ? inbox : null };
}

function Fields(props: {
  readonly entered: Entered;
  readonly isNew: boolean;
  readonly onChange: (entered: Entered) => void;
}) {
  const { t } = useText();
  const { entered } = props;
  const field = (name: keyof Entered, hint?: string, extra: Readonly<Record<string, unknown>> = {}) => (
    <Field label={t(`chatwoot.${name}`)} {...(hint === undefined ? {} : { hint })}>
      {(parts) => (
        <TextInput
          {...parts}
          {...extra}
          value={entered[name]}
          onChange={(event) => {
            const value = event.target.value.trim();
            props.onChange({ ...entered, [name]: name.endsWith('Id') ? value.replace(/\D/g, '') : value });
          }}
        />
      )}
    </Field>
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      {field('host', undefined, { 'data-first-focus': true })}
      {field('token', t(props.isNew ? 'chatwoot.tokenHint' : 'mail.passwordKept'), {
        type: 'password',
        autoComplete: 'off',
      })}
      {field('accountId', t('chatwoot.accountIdHint'), { inputMode: 'numeric' })}
      {field('inboxId', t('chatwoot.inboxIdHint'), { inputMode: 'numeric' })}
    </div>
  );
}

/** Adds or changes a Chatwoot inbox. The token goes one way: it is never shown again. */
export function ChatwootForm(props: {
  readonly storeId: string;
  readonly inbox: Inbox | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const report = useReport();
  const [entered, setEntered] = useState(() => enteredOf(props.inbox));
  const probe = useRequest('inbox.probe');
  const add = useRequest('inbox.add');
  const save = useRequest('inbox.save');
  const settings = settingsOf(entered);
  const secret = entered.token === '' ? null : entered.token;
  const ready = secret === null && props.inbox === null ? null : settings;
  const problem = probe.error === null ? null : problemText(t, probe.error);

  function test(): void {
    if (ready !== null) probe.mutate({ inboxId: props.inbox?.id ?? null, settings: ready, secret });
  }

  function keep(): void {
    if (ready === null) return;
    const choices = { onError: report, onSuccess: props.onClose };
    const input = { name: props.inbox?.name ?? 'Chatwoot', settings: ready, secret };
    if (props.inbox === null) add.mutate({ storeId: props.storeId, ...input }, choices);
    else save.mutate({ inboxId: props.inbox.id, ...input }, choices);
  }

  return (
    <Dialog
      title={t('chatwoot.connect')}
      closeLabel={t('action.close')}
      testId="chatwoot-form"
      onClose={props.onClose}
      footer={
        <>
          <Button className="mr-auto" disabled={ready === null || probe.isPending} onClick={test}>
            {t(probe.isPending ? 'mail.testing' : 'mail.test')}
          </Button>
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" disabled={ready === null || add.isPending || save.isPending} onClick={keep}>
            {t(props.inbox === null ? 'mail.connect' : 'action.save')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          test();
        }}
      >
        <Fields entered={entered} isNew={props.inbox === null} onChange={setEntered} />
        {probe.isPending && <Progress label={t('mail.testing')} done={0} total={null} />}
        {probe.data !== undefined && !probe.isPending && <ProbeResult key={probe.submittedAt} report={probe.data} />}
        {problem !== null && !probe.isPending && (
          <p role="alert" className="text-sm text-red">
            {problem.what} {problem.remedy}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
