import { useState } from 'react';
import type { Inbox } from '#shared/model/inbox.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import {
  type Entered,
  type HelpdeskKind,
  accountIn,
  addressIn,
  enteredOf,
  helpdeskForms,
  helpdeskSettings,
  isClearText,
  plainNameOf,
} from './helpdesk-kinds.ts';
import { useSecretHint } from './use-secret-hint.ts';

type FormProps = {
  readonly kind: HelpdeskKind;
  /** A connected inbox keeps its account. */
  readonly isConnected: boolean;
  readonly entered: Entered;
  readonly onChange: (entered: Entered) => void;
};

function HostField({ kind, isConnected, entered, onChange }: FormProps) {
  const { t } = useText();
  const { domain, fields } = helpdeskForms[kind];
  const field = fields.find((each) => each.name === 'host');
  const address = addressIn(entered.host, domain);
  const fixedHint = isConnected ? t('helpdesk.fixed') : null;
  const isTyped = entered.host !== '' && address !== entered.host && address !== '';
  return (
    <Field
      label={t('helpdesk.host')}
      hint={fixedHint ?? (isTyped ? `→ ${address}` : field?.hint ? t(field.hint) : null)}
      problem={isClearText(address) ? t('helpdesk.needsHttps') : null}
    >
      {(parts) => (
        <TextInput
          {...parts}
          data-first-focus
          disabled={isConnected}
          inputMode="url"
          placeholder={field?.placeholder}
          value={entered.host}
          onChange={(event) => {
            const host = event.target.value;
            const account = kind === 'chatwoot' ? accountIn(host) : null;
            onChange({ ...entered, host, ...(account === null ? {} : { accountId: account }) });
          }}
          onBlur={() => onChange({ ...entered, host: address || entered.host })}
        />
      )}
    </Field>
  );
}

function OtherFields({ kind, isConnected, entered, onChange }: FormProps) {
  const { t } = useText();
  return helpdeskForms[kind].fields.map(({ name, label, hint, placeholder, isNumber }) =>
    name === 'host' ? null : (
      <Field key={name} label={t(label)} hint={hint === null ? null : t(hint)}>
        {(parts) => (
          <TextInput
            {...parts}
            disabled={isConnected && name === 'accountId'}
            placeholder={placeholder}
            inputMode={isNumber ? 'numeric' : undefined}
            value={entered[name]}
            onChange={(event) =>
              onChange({
                ...entered,
                [name]: isNumber ? event.target.value.replace(/\D/g, '') : event.target.value.trim(),
              })
            }
          />
        )}
      </Field>
    ),
  );
}

/** Adds or changes a helpdesk's inbox. The key goes one way: it is never shown again. */
export function HelpdeskForm(props: {
  readonly kind: HelpdeskKind;
  readonly storeId: string;
  readonly inbox: Inbox | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { kind, inbox } = props;
  const form = helpdeskForms[kind];
  const [entered, setEntered] = useState(() => enteredOf(inbox?.settings ?? null));
  const [name, setName] = useState(inbox?.name ?? '');
  const [key, setKey] = useState('');
  const secretHint = useSecretHint(inbox === null, true);
  const settings = helpdeskSettings(kind, entered);
  const secret = key === '' ? null : key;
  const isComplete =
    settings !== null &&
    !isClearText(addressIn(entered.host, form.domain)) &&
    (secret !== null || inbox !== null) &&
    form.fields.every((field) => field.name !== 'accountId' || Number(entered.accountId) > 0);
  const plainName = plainNameOf(kind, entered);
  const fields = { kind, entered, isConnected: inbox !== null, onChange: setEntered };
  return (
    <ConnectionDialog
      {...props}
      title={
        inbox === null ? t('connect.product', { product: form.product }) : t('connect.change', { name: inbox.name })
      }
      testId="helpdesk-form"
      product={form.product}
      connection={isComplete ? { name: name.trim() || plainName, settings, secret } : null}
    >
      <div className="grid grid-cols-2 gap-3">
        <HostField {...fields} />
        <OtherFields {...fields} />
        <Field label={t(form.secret.label)} hint={`${t(form.secret.hint)} ${secretHint}`}>
          {(parts) => (
            <TextInput
              {...parts}
              type="password"
              autoComplete="off"
              value={key}
              onChange={(event) => setKey(event.target.value.trim())}
            />
          )}
        </Field>
        <Field label={t('mail.firstSyncDays')} hint={t(inbox === null ? 'helpdesk.daysHint' : 'helpdesk.daysKept')}>
          {(parts) => (
            <TextInput
              {...parts}
              inputMode="numeric"
              className="numbers"
              maxLength={4}
              value={entered.days}
              onChange={(event) => setEntered({ ...entered, days: event.target.value.replace(/\D/g, '') })}
            />
          )}
        </Field>
        <Field label={t('mail.name')} hint={t('mail.nameHint')}>
          {(parts) => (
            <TextInput
              {...parts}
              maxLength={120}
              placeholder={plainName}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
    </ConnectionDialog>
  );
}
