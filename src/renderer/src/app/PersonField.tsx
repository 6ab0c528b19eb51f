import { type ReactNode, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { useRequest } from './queries.ts';
import { useReport } from './use-report.ts';

/** The name of who works at this desk, under which is kept what they write. */
export function PersonField(props: { readonly name: string; readonly more?: ReactNode }) {
  const { t } = useText();
  const report = useReport();
  const save = useRequest('desk.setPerson');
  const [name, setName] = useState(props.name);
  const submit = (): void => save.mutate({ name: name.trim() }, { onError: report });
  return (
    <Field label={t('person.name')} hint={t('person.hint')} className="max-w-96">
      {(parts) => (
        <div className="flex gap-2">
          <TextInput
            {...parts}
            autoComplete="name"
            maxLength={200}
            data-testid="person-name"
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
          <Button data-testid="person-save" disabled={name.trim() === props.name || save.isPending} onClick={submit}>
            {t('action.save')}
          </Button>
          {props.more}
        </div>
      )}
    </Field>
  );
}
