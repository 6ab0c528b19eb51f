import { useState } from 'react';
import { Pin, type Profile } from '#shared/model/profile.ts';
import { useRequest } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Field, TextInput } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

type Props = { readonly profile: Profile; readonly isMe: boolean; readonly onClose: () => void };

/** Sets a PIN, one's own by the former one; left empty, none is asked any more. */
export function PinForm({ profile, isMe, onClose }: Props) {
  const { t } = useText();
  const set = useRequest('profile.setPin');
  const [formerPin, setFormerPin] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const asksFormer = isMe && profile.hasPin;
  const isGood = pin === '' || Pin.safeParse(pin).success;
  const canSave = isGood && pin === again && (pin !== '' || profile.hasPin) && !set.isPending;
  const problem = set.error === null ? null : problemText(t, set.error);

  function submit(): void {
    const given = { formerPin: asksFormer ? formerPin : null, pin: pin === '' ? null : pin };
    set.mutate({ profileId: profile.id, ...given }, { onSuccess: onClose });
  }

  const field = (label: string, value: string, onValue: (value: string) => void, testId: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(parts) => (
        <TextInput
          {...parts}
          type="password"
          autoComplete={testId === 'person-former-pin' ? 'current-password' : 'new-password'}
          maxLength={200}
          data-testid={testId}
          {...(testId === (asksFormer ? 'person-former-pin' : 'person-pin-new') ? { 'data-first-focus': true } : {})}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );

  return (
    <FormDialog
      title={t('people.pinOf', { name: profile.name || t(`role.${profile.role}`) })}
      closeLabel={t('action.close')}
      cancelLabel={t('action.cancel')}
      submitLabel={t(pin === '' && profile.hasPin ? 'people.removePin' : 'action.save')}
      testId="pin-form"
      submitTestId="pin-save"
      canSubmit={canSave}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {asksFormer && field(t('people.formerPin'), formerPin, setFormerPin, 'person-former-pin')}
      {field(t('people.newPin'), pin, setPin, 'person-pin-new', t('people.pinHint'))}
      {field(t('people.again'), again, setAgain, 'person-pin-again')}
    </FormDialog>
  );
}
