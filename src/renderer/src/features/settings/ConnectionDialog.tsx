import type { ReactNode } from 'react';
import type { Inbox, InboxSettings } from '#shared/model/inbox.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { setUpProblemText } from '../../i18n/problem-text.ts';
import { ProbeResult } from './ProbeResult.tsx';
import { isSameTry } from './same-try.ts';
import { TryFrame } from './TryFrame.tsx';
import { useMemoryConsent } from './use-memory-consent.tsx';

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
    <TryFrame
      title={props.title}
      testId={props.testId}
      what="inbox"
      isNew={inbox === null}
      isComplete={connection !== null}
      consent={consent}
      isTrying={probe.isPending}
      isKeeping={add.isPending || save.isPending}
      report={
        probe.data !== undefined &&
        isOfThis && <ProbeResult key={probe.submittedAt} report={probe.data} product={props.product} />
      }
      problem={isOfThis ? problem : null}
      onTry={test}
      onKeep={keep}
      onClose={props.onClose}
    >
      {props.children}
    </TryFrame>
  );
}
