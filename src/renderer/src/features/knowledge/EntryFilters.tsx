import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { LayerFilter, TimeFilter } from './filter-input.ts';
import type { usePlaces } from './place-words.ts';

function Chip(props: {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isOff?: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useText();
  return (
    <button
      type="button"
      aria-pressed={props.isChosen}
      data-testid={`filter-${props.id}`}
      title={props.isOff === true ? `${props.label} – ${t('knowledge.setIsOff')}` : props.label}
      onClick={props.onChoose}
      className={classNames(
        'h-6 max-w-44 truncate rounded-full border px-2.5 text-xs transition-colors',
        props.isChosen
          ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
          : 'border-line bg-raised text-ink-2 hover:border-line-strong',
        props.isOff === true && 'border-dashed',
      )}
    >
      {props.label}
    </button>
  );
}

/** Chips that narrow the entries down, by layer and by time. */
export function EntryFilters(props: {
  readonly storeId: string;
  readonly storeName: string;
  readonly sets: ReturnType<typeof usePlaces>['sets'];
  /** Null where the layer is given. */
  readonly layer: LayerFilter | null;
  readonly time: TimeFilter;
  readonly onLayer: (layer: LayerFilter) => void;
  readonly onTime: (time: TimeFilter) => void;
}) {
  const { t } = useText();
  const { layer, time } = props;
  const layers = [
    { id: 'all' as const, label: t('plan.all') },
    { id: 'base' as const, label: t('knowledge.base') },
    { id: 'store' as const, label: props.storeName },
  ];
  const times = [
    { id: 'now' as const, label: t('knowledge.filterNow') },
    { id: 'notNow' as const, label: t('knowledge.filterNotNow') },
  ];
  return (
    <div
      className="flex flex-wrap items-center gap-1.5 border-b border-line px-5 py-1.5"
      data-testid="knowledge-filters"
    >
      {layer !== null && (
        <div role="group" aria-label={t('knowledge.filterLayer')} className="flex flex-wrap gap-1">
          {layers.map(({ id, label }) => (
            <Chip key={id} id={id} label={label} isChosen={layer === id} onChoose={() => props.onLayer(id)} />
          ))}
          {props.sets.map((set) => (
            <Chip
              key={set.id}
              id="set"
              label={set.name}
              isOff={!set.storeIds.includes(props.storeId)}
              isChosen={typeof layer === 'object' && layer.setId === set.id}
              onChoose={() => props.onLayer({ setId: set.id })}
            />
          ))}
        </div>
      )}
      {layer !== null && <span className="mx-1 h-4 w-px bg-line" aria-hidden />}
      <div role="group" aria-label={t('knowledge.filterTime')} className="flex flex-wrap gap-1">
        {times.map(({ id, label }) => (
          <Chip
            key={id}
            id={id}
            label={label}
            isChosen={time === id}
            onChoose={() => props.onTime(time === id ? 'any' : id)}
          />
        ))}
      </div>
    </div>
  );
}
