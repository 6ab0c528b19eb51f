import { useState } from 'react';
import { Pin, type Profile, Role } from '#shared/model/profile.ts';
import { useRequest } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Field, TextInput } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

/** Adds a person (`profile` null) or changes who somebody is. */
export function PersonForm({ profile, onClose }: { readonly profile: Profile | null; readonly onClose: () => void }) {
  const { t } = useText();
  const add = useRequest('profile.add');
  const save = useRequest('profile.save');
  const [name, setName] = useState(profile?.name ?? '');
  const [role, setRole] = useState<Role>(profile?.role ?? 'agent');
  const [pin, setPin] = useState('');
  const isPinGood = pin === '' ? role === 'agent' : Pin.safeParse(pin).success;
  const canSave = name.trim() !== '' && (profile !== null || isPinGood) && !add.isPending && !save.isPending;
  const error = add.error ?? save.error;
  const problem = error === null ? null : problemText(t, error);

  function submit(): void {
    const given = { name: name.trim(), role };
    if (profile === null) add.mutate({ ...given, pin: pin === '' ? null : pin }, { onSuccess: onClose });
    else save.mutate({ ...given, profileId: profile.id, state: profile.state }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={t(profile === null ? 'people.add' : 'people.edit')}
      closeLabel={t('action.close')}
      cancelLabel={t('action.cancel')}
      submitLabel={t(profile === null ? 'people.add' : 'action.save')}
      testId="person-form"
      submitTestId="person-save"
      canSubmit={canSave}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('people.name')}>
        {(parts) => (
          <TextInput
            {...parts}
            data-first-focus
            maxLength={200}
            data-testid="person-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-xs font-medium text-ink-2">{t('people.role')}</legend>
        {Role.options.map((each) => (
          <label key={each} className="flex items-start gap-2 text-sm">
            <input
              type="radio"
              name="role"
              data-testid={`person-role-${each}`}
              checked={role === each}
              onChange={() => setRole(each)}
              className="mt-0.5 size-4 accent-accent"
            />
            <span>
              {t(`role.${each}`)}
              <span className="block text-xs text-ink-3">{t(`role.${each}.may`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {profile === null && (
        <Field label={t('people.pin')} hint={t(role === 'agent' ? 'people.pinHintAgent' : 'people.pinHint')}>
          {(parts) => (
            <TextInput
              {...parts}
              type="password"
              autoComplete="new-password"
              maxLength={200}
              data-testid="person-pin-new"
              value={pin}
              onChange={(event) => setPin(event.target.value)}
            />
          )}
        </Field>
      )}
    </FormDialog>
  );
}
