import type { KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Store } from '#shared/model/store.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Field, Select } from '../../ui/Field.tsx';

/** Where the entries of a source go: this store, every store, or a set. */
export function PlacePicker(props: {
  readonly store: Store;
  readonly value: KnowledgePlace;
  readonly onChange: (place: KnowledgePlace) => void;
}) {
  const { t } = useText();
  const sets = useAnswer('set.list', {});
  const { store, value } = props;
  const options = [
    { value: 'store', label: store.settings.name },
    { value: 'base', label: t('sources.place.base') },
    ...(sets.data ?? [])
      .filter((set) => set.state === 'active')
      .map((set) => ({ value: set.id, label: t('sources.place.set', { name: set.name }) })),
  ];
  return (
    <Field label={t('sources.place')} className="w-56">
      {({ id }) => (
        <Select
          id={id}
          value={value.setId ?? (value.storeId === null ? 'base' : 'store')}
          options={options}
          onChange={(chosen) =>
            props.onChange({
              storeId: chosen === 'store' ? store.id : null,
              setId: chosen === 'store' || chosen === 'base' ? null : chosen,
            })
          }
        />
      )}
    </Field>
  );
}
