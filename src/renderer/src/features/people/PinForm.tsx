import { useId, useState } from 'react';
import { Pin, type Profile } from '#shared/model/profile.ts';
import { useRequest } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

type Props = { readonly profile: Profile; readonly isMe: boolean; readonly onClose: () => void };

/** Sets a PIN, one's own by the former one; left empty, none is asked any more. */
export function PinForm({ profile, isMe, onClose }: Props) {
  const { t } = useText();
  const formId = useId();
  const set = useRequest('profile.setPin');
  const [formerPin, setFormerPin] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const asksFormer = isMe && profile.hasPin;
  const isGood = pin === '' || Pin.safeParse(pin).success;
  const canSave = isGood && pin === again && (pin !== '' || profile.hasPin) && !set.isPending;
  const problem = set.error === null ? null : problemText(t, set.error);

  function submit(): void {
    if (!canSave) return;
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
    <Dialog
      title={t('people.pinOf', { name: profile.name || t(`role.${profile.role}`) })}
      closeLabel={t('action.close')}
      onClose={onClose}
      size="narrow"
      testId="pin-form"
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} data-testid="pin-save" disabled={!canSave}>
            {t(pin === '' && profile.hasPin ? 'people.removePin' : 'action.save')}
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
        {asksFormer && field(t('people.formerPin'), formerPin, setFormerPin, 'person-former-pin')}
        {field(t('people.newPin'), pin, setPin, 'person-pin-new', t('people.pinHint'))}
        {field(t('people.again'), again, setAgain, 'person-pin-again')}
        {problem !== null && (
          <p role="alert" className="text-sm text-red">
            {problem.what} {problem.remedy}
          </p>
        )}
      </form>
    </Dialog>
  );
}
