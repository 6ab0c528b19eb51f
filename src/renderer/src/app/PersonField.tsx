import { type ReactNode, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { usePresence } from './presence.ts';
import { useRequest } from './queries.ts';
import { useReport } from './use-report.ts';

/** The name of the owner who works at this desk, under which is kept what they write. */
export function PersonField(props: { readonly more?: ReactNode }) {
  const { t } = useText();
  const report = useReport();
  const { id, role, state, name: known } = usePresence().profile;
  const save = useRequest('profile.save');
  const [name, setName] = useState(known);
  const submit = (): void => save.mutate({ profileId: id, name: name.trim(), role, state }, { onError: report });
  return (
    <Field label={t('person.name')} hint={t('person.hint')} className="max-w-96">
      {(parts) => (
        <div className="flex gap-2">
          <TextInput
            {...parts}
            autoComplete="name"
            maxLength={200}
            data-testid="own-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              // It may stand within another form.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.stopPropagation();
              submit();
            }}
          />
          <Button data-testid="own-name-save" disabled={name.trim() === known || save.isPending} onClick={submit}>
            {t('action.save')}
          </Button>
          {props.more}
        </div>
      )}
    </Field>
  );
}
