import { useState } from 'react';
import type { ChatwootSettings, Inbox } from '#shared/model/inbox.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import { useSecretHint } from './use-secret-hint.ts';

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
  const secretHint = useSecretHint(props.isNew);
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
      {field('token', props.isNew ? `${t('chatwoot.tokenHint')} ${secretHint}` : secretHint, {
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
  const [entered, setEntered] = useState(() => enteredOf(props.inbox));
  const settings = settingsOf(entered);
  const secret = entered.token === '' ? null : entered.token;
  const isComplete = settings !== null && (secret !== null || props.inbox !== null);
  return (
    <ConnectionDialog
      {...props}
      title={t('chatwoot.connect')}
      testId="chatwoot-form"
      connection={isComplete ? { name: props.inbox?.name ?? 'Chatwoot', settings, secret } : null}
    >
      <Fields entered={entered} isNew={props.inbox === null} onChange={setEntered} />
    </ConnectionDialog>
  );
}
