import type { ReactNode } from 'react';
import type { Inbox, InboxSettings } from '#shared/model/inbox.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { setUpProblemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ProbeResult } from './ProbeResult.tsx';
import { isSameTry } from './same-try.ts';
import { MissingConsent, useMemoryConsent } from './use-memory-consent.tsx';

/** What a form has to say of an inbox; null while something is missing. */
export type Connection = { readonly name: string; readonly settings: InboxSettings; readonly secret: string | null };

/** The frame of every inbox's form: tests the connection, says what is wrong with it, adds or saves it. */
export function ConnectionDialog(props: {
  readonly title: string;
  readonly testId: string;
  /** The product that should answer there; none for a mailbox. */
  readonly product?: string;
  readonly storeId: string;
  readonly inbox: Inbox | null;
  readonly connection: Connection | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const report = useReport();
  const probe = useRequest('inbox.probe');
  const add = useRequest('inbox.add');
  const save = useRequest('inbox.save');
  const { connection, inbox } = props;
  const problem = probe.error === null ? null : setUpProblemText(t, probe.error, props.product);
  const consent = useMemoryConsent(connection !== null && connection.secret !== null);
  const isOfThis =
    connection !== null && isSameTry(probe.variables, { settings: connection.settings, secret: connection.secret });
  const canKeep = connection !== null && !consent.isMissing;

  function test(): void {
    if (connection === null) return;
    const { settings, secret } = connection;
    probe.mutate({ inboxId: inbox?.id ?? null, settings, secret });
  }

  function keep(): void {
    if (connection === null) return;
    const choices = { onError: report, onSuccess: props.onClose };
    if (inbox === null) add.mutate({ storeId: props.storeId, ...connection }, choices);
    else save.mutate({ inboxId: inbox.id, ...connection }, choices);
  }

  return (
    <Dialog
      title={props.title}
      closeLabel={t('action.close')}
      testId={props.testId}
      onClose={props.onClose}
      footer={
        <>
          <Button
            data-testid="inbox-test"
            className="mr-auto"
            disabled={connection === null || probe.isPending}
            onClick={test}
          >
            {t(probe.isPending ? 'mail.testing' : 'mail.test')}
          </Button>
          {connection !== null && <MissingConsent isMissing={consent.isMissing} />}
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button
            tone="primary"
            data-testid="inbox-save"
            disabled={!canKeep || add.isPending || save.isPending}
            onClick={keep}
          >
            {t(inbox === null ? 'mail.connect' : 'action.save')}
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
        {props.children}
        {consent.ask}
        {probe.isPending && <Progress label={t('mail.testing')} done={0} total={null} />}
        {probe.data !== undefined && !probe.isPending && isOfThis && (
          <ProbeResult key={probe.submittedAt} report={probe.data} product={props.product} />
        )}
        {problem !== null && !probe.isPending && isOfThis && (
          <p role="alert" className="text-sm text-red">
            {problem.what} {problem.remedy}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
