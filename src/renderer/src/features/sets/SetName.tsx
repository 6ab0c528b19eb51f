import { useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

/** A set's name being written: Enter keeps it, Esc leaves it as it was. */
export function SetName(props: {
  readonly name: string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useText();
  const [name, setName] = useState(props.name);
  return (
    <form
      className="flex max-w-xl min-w-64 flex-1 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') props.onSave(name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onCancel();
      }}
    >
      <Field label={t('sets.name')} problem={props.problem} className="flex-1">
        {(parts) => (
          <TextInput
            {...parts}
            autoFocus
            data-testid="set-name"
            placeholder={t('sets.namePlaceholder')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        tone="primary"
        data-testid="set-save"
        disabled={name.trim() === '' || props.isBusy}
        className={props.problem === null ? '' : 'mb-5'}
      >
        {t('action.save')}
      </Button>
      <Button onClick={props.onCancel} className={props.problem === null ? '' : 'mb-5'}>
        {t('action.cancel')}
      </Button>
    </form>
  );
}
