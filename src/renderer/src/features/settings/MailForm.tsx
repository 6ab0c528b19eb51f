import { useState } from 'react';
import { type ImapSettings, type Inbox } from '#shared/model/inbox.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Checkbox, Field, TextInput } from '../../ui/Field.tsx';
import { emptyMailbox, presetFor, withPreset } from './mail-presets.ts';
import { ConnectionDialog } from './ConnectionDialog.tsx';
import { ServerFields } from './ServerFields.tsx';
import { useSecretHint } from './use-secret-hint.ts';

function isComplete(settings: ImapSettings): boolean {
  const servers = [settings.imap, settings.smtp];
  return (
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(settings.address) &&
    settings.mailbox.trim() !== '' &&
    servers.every(
      (server) => server.host.trim() !== '' && server.user.trim() !== '' && server.port >= 1 && server.port <= 65_535,
    )
  );
}

function Advanced({
  settings,
  onChange,
}: {
  readonly settings: ImapSettings;
  readonly onChange: (settings: ImapSettings) => void;
}) {
  const { t } = useText();
  return (
    <details className="rounded-lg border border-line px-3 py-2">
      <summary className="text-xs font-semibold text-ink-2">{t('mail.more')}</summary>
      <div className="mt-2 grid grid-cols-2 gap-3">
        <Field label={t('mail.mailbox')}>
          {(parts) => (
            <TextInput
              {...parts}
              value={settings.mailbox}
              onChange={(event) => onChange({ ...settings, mailbox: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('mail.sentMailbox')} hint={t('mail.sentMailboxHint')}>
          {(parts) => (
            <TextInput
              {...parts}
              value={settings.sentMailbox ?? ''}
              onChange={(event) => onChange({ ...settings, sentMailbox: event.target.value || null })}
            />
          )}
        </Field>
        <Field label={t('mail.firstSyncDays')} hint={t('mail.firstSyncDaysHint')}>
          {(parts) => (
            <TextInput
              {...parts}
              inputMode="numeric"
              className="numbers"
              value={String(settings.firstSyncDays)}
              onChange={(event) =>
                onChange({
                  ...settings,
                  firstSyncDays: Math.min(3650, Math.max(1, Number(event.target.value.replace(/\D/g, '')))),
                })
              }
            />
          )}
        </Field>
        <div className="self-center">
          <Checkbox
            label={t('mail.serverKeepsSent')}
            hint={t('mail.serverKeepsSentHint')}
            isChecked={settings.serverKeepsSent}
            onChange={(serverKeepsSent) => onChange({ ...settings, serverKeepsSent })}
          />
        </div>
      </div>
    </details>
  );
}

/** Adds or changes a mailbox. The password goes one way: it is never shown again. */
export function MailForm(props: {
  readonly storeId: string;
  readonly inbox: Inbox | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const kept = props.inbox?.settings.kind === 'imap' ? props.inbox.settings : emptyMailbox;
  const [settings, setSettings] = useState<ImapSettings>(kept);
  const [name, setName] = useState(props.inbox?.name ?? '');
  const [password, setPassword] = useState('');
  const preset = presetFor(settings.address);
  const secret = password === '' ? null : password;
  const canTry = isComplete(settings) && (secret !== null || props.inbox !== null);
  const secretHint = useSecretHint(props.inbox === null, true);
  const connection = canTry ? { name: name.trim() || settings.address, settings, secret } : null;

  return (
    <ConnectionDialog
      {...props}
      title={t(props.inbox === null ? 'mail.add' : 'mail.change')}
      testId="inbox-form"
      connection={connection}
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('mail.address')}>
          {(parts) => (
            <TextInput
              {...parts}
              type="email"
              data-first-focus
              placeholder="help@example.com"
              value={settings.address}
              onChange={(event) => setSettings(withPreset(settings, event.target.value.trim()))}
            />
          )}
        </Field>
        <Field label={t('mail.password')} hint={preset?.note ? t(`mail.note.${preset.note}`) : secretHint}>
          {(parts) => (
            <TextInput
              {...parts}
              type="password"
              autoComplete="off"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('mail.displayName')} hint={t('mail.displayNameHint')}>
          {(parts) => (
            <TextInput
              {...parts}
              maxLength={120}
              value={settings.displayName}
              onChange={(event) => setSettings({ ...settings, displayName: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('mail.name')} hint={t('mail.nameHint')}>
          {(parts) => (
            <TextInput
              {...parts}
              maxLength={120}
              placeholder={settings.address}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
      <ServerFields
        title={t('mail.receiving')}
        server={settings.imap}
        onChange={(imap) => setSettings({ ...settings, imap })}
      />
      <ServerFields
        title={t('mail.sending')}
        server={settings.smtp}
        onChange={(smtp) => setSettings({ ...settings, smtp })}
      />
      <Advanced settings={settings} onChange={setSettings} />
    </ConnectionDialog>
  );
}
