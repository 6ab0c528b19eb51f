import { useText } from '../i18n/TextProvider.tsx';
import { Field, Select } from '../ui/Field.tsx';
import { personOptions } from './person-options.ts';
import { useAnswer } from './queries.ts';

/** Chooses one of the people of the desk; null where none is chosen, which is said by `nobody`. */
export function PersonSelect(props: {
  readonly label: string;
  readonly nobody: string;
  readonly value: string | null;
  readonly testId: string;
  readonly className?: string;
  readonly onChange: (profileId: string | null) => void;
}) {
  const { t } = useText();
  const people = useAnswer('profile.list', {}).data ?? [];
  return (
    <Field label={props.label} {...(props.className === undefined ? {} : { className: props.className })}>
      {({ id }) => (
        <Select
          id={id}
          testId={props.testId}
          value={props.value ?? ''}
          onChange={(value) => props.onChange(value === '' ? null : value)}
          options={personOptions(t, people, props.nobody)}
        />
      )}
    </Field>
  );
}
