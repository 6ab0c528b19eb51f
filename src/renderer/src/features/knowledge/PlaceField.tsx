import type { KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Store } from '#shared/model/store.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { usePlaces } from './place-words.ts';

/** Where an entry lives: chosen while it is new, told afterwards. */
export function PlaceField(props: {
  readonly store: Store;
  readonly place: KnowledgePlace;
  /** The lowest layer it may live in: 0 the base, 1 the store's own, 2 a set. */
  readonly lowestLayer: number;
  /** Null: it is there already. */
  readonly onChange: ((place: KnowledgePlace) => void) | null;
}) {
  const { t } = useText();
  const places = usePlaces();
  const { store, place, lowestLayer, onChange } = props;
  const sentence = places.sentenceOf(place, store.id);
  if (onChange === null) {
    return (
      <p className="text-xs text-ink-2" data-testid="knowledge-place">
        {sentence}{' '}
        {place.setId !== null && (
          <a href={`#/knowledge/sets/${place.setId}`} className="underline underline-offset-2 hover:text-ink">
            {t('knowledge.openSet')}
          </a>
        )}
      </p>
    );
  }
  const options = [
    ...(lowestLayer <= 1 ? [{ value: 'store', label: store.settings.name }] : []),
    ...(lowestLayer <= 0 ? [{ value: 'base', label: t('knowledge.base') }] : []),
    ...places.sets.map((set) => ({ value: set.id, label: t('sources.place.set', { name: set.name }) })),
  ];
  return (
    <Field label={t('knowledge.place')} hint={sentence}>
      {({ id }) => (
        <Select
          id={id}
          value={place.setId ?? (place.storeId === null ? 'base' : 'store')}
          options={options}
          onChange={(chosen) =>
            onChange({
              storeId: chosen === 'store' ? store.id : null,
              setId: chosen === 'store' || chosen === 'base' ? null : chosen,
            })
          }
        />
      )}
    </Field>
  );
}
