import { useId, useState } from 'react';
import { Pin, type Profile, Role } from '#shared/model/profile.ts';
import { useRequest } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

/** Adds a person (`profile` null) or changes who somebody is. */
export function PersonForm({ profile, onClose }: { readonly profile: Profile | null; readonly onClose: () => void }) {
  const { t } = useText();
  const formId = useId();
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
    if (!canSave) return;
    const given = { name: name.trim(), role };
    if (profile === null) add.mutate({ ...given, pin: pin === '' ? null : pin }, { onSuccess: onClose });
    else save.mutate({ ...given, profileId: profile.id, state: profile.state }, { onSuccess: onClose });
  }

  return (
    <Dialog
      title={t(profile === null ? 'people.add' : 'people.edit')}
      closeLabel={t('action.close')}
      onClose={onClose}
      size="narrow"
      testId="person-form"
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} data-testid="person-save" disabled={!canSave}>
            {t(profile === null ? 'people.add' : 'action.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
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
        {problem !== null && (
          <p role="alert" className="text-sm text-red">
            {problem.what} {problem.remedy}
          </p>
        )}
      </form>
    </Dialog>
  );
}
