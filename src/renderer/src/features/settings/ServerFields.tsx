import type { MailSecurity, MailServer } from '#shared/model/inbox.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';

/** One mail server: host, port, encryption, user. */
export function ServerFields(props: {
  readonly title: string;
  readonly server: MailServer;
  readonly onChange: (server: MailServer) => void;
}) {
  const { t } = useText();
  const { server, onChange } = props;
  return (
    <fieldset className="rounded-lg border border-line p-3">
      <legend className="px-1 text-xs font-semibold text-ink-2">{props.title}</legend>
      <div className="grid grid-cols-[1fr_5rem_8.5rem] gap-2">
        <Field label={t('mail.host')}>
          {(parts) => (
            <TextInput
              {...parts}
              value={server.host}
              onChange={(event) => onChange({ ...server, host: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('mail.port')}>
          {(parts) => (
            <TextInput
              {...parts}
              inputMode="numeric"
              className="numbers"
              value={server.port === 0 ? '' : String(server.port)}
              onChange={(event) =>
                onChange({ ...server, port: Number(event.target.value.replace(/\D/g, '').slice(0, 5)) })
              }
            />
          )}
        </Field>
        <Field label={t('mail.security')}>
          {(parts) => (
            <Select<MailSecurity>
              id={parts.id}
              value={server.security}
              onChange={(security) => onChange({ ...server, security })}
              options={(['tls', 'starttls', 'none'] as const).map((value) => ({
                value,
                label: t(`mail.security.${value}`),
              }))}
            />
          )}
        </Field>
      </div>
      <Field label={t('mail.user')} className="mt-2">
        {(parts) => (
          <TextInput
            {...parts}
            autoComplete="username"
            value={server.user}
            onChange={(event) => onChange({ ...server, user: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
