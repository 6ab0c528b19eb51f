import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SupposedChange } from '#shared/model/replay.ts';
import type { Store } from '#shared/model/store.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { showToast } from '../../ui/toast-store.ts';
import { SetName } from './SetName.tsx';
import { SetOverlays } from './SetOverlays.tsx';
import { SetSwitch } from './SetSwitch.tsx';
import type { ListedSet } from './switched.ts';

/** What a set does for this store, in a line: how much it holds, where else it is on, what it takes the place of. */
function useFacts(set: ListedSet, storeId: string) {
  const overlays = useAnswer('set.overlays', { storeId, setId: set.id }, { isEnabled: set.state === 'active' });
  const holding = useAnswer(
    'knowledge.list',
    { storeId, setId: set.id, holds: true, limit: 1 },
    { isEnabled: set.state === 'active' && set.entryCount > 0 },
  );
  const taken = overlays.data ?? [];
  return {
    overlays: taken,
    taken: taken.reduce((sum, { below }) => sum + below.length, 0),
    holding: holding.data?.total ?? set.entryCount,
  };
}

/** One set: whether it is on for this store, where else, what it holds and what it stands over. */
export function SetRow(props: {
  readonly set: ListedSet;
  readonly store: Store;
  readonly stores: readonly Store[];
  readonly hasOthersOn: boolean;
  readonly replay: ((changes: readonly SupposedChange[]) => ReactNode) | undefined;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onUseAlone: () => void;
  readonly onRename: (name: string, onDone: () => void) => void;
  readonly onOpen: () => void;
}) {
  const { t } = useText();
  const report = useReport();
  const setState = useRequest('set.setState');
  const [isRenaming, setIsRenaming] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const { set, store } = props;
  const facts = useFacts(set, store.id);
  const isActive = set.state === 'active';
  const isOn = set.storeIds.includes(store.id);
  const elsewhere = props.stores.filter((each) => each.id !== store.id && set.storeIds.includes(each.id));
  const change = (state: ListedSet['state']): void => {
    const wasOn = isOn;
    setState.mutate(
      { setId: set.id, state },
      {
        onError: report,
        onSuccess: () => {
          if (state === 'retired' && wasOn) showToast({ text: t('sets.nowRetired', { name: set.name }) });
        },
      },
    );
  };
  const line = [
    t('sets.entries', { count: set.entryCount }),
    ...(facts.holding === set.entryCount ? [] : [t('sets.holding', { count: facts.holding })]),
    ...(elsewhere.length === 0
      ? []
      : [t('sets.alsoOn', { stores: elsewhere.map((each) => each.settings.name).join(', ') })]),
  ].join(' · ');

  return (
    <li
      data-testid="set-row"
      data-on={isOn}
      className={classNames(
        'flex flex-col gap-3 rounded-lg border px-4 py-3',
        isOn ? 'border-accent-line bg-accent-soft/60' : 'border-line bg-raised',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {isActive && (
          <SetSwitch
            isOn={isOn}
            label={t('sets.onFor', { name: set.name, store: store.settings.name })}
            onSwitch={props.onSwitch}
          />
        )}
        {isRenaming ? (
          <SetName
            name={set.name}
            isBusy={false}
            problem={null}
            onCancel={() => setIsRenaming(false)}
            onSave={(name) => {
              if (name === set.name) setIsRenaming(false);
              else props.onRename(name, () => setIsRenaming(false));
            }}
          />
        ) : (
          <div className="min-w-48 flex-1">
            <button
              type="button"
              data-testid="set-open"
              title={t('sets.open')}
              onClick={props.onOpen}
              className="max-w-full truncate font-medium hover:underline"
            >
              {set.name}
            </button>
            <p className="text-xs text-ink-3">
              {line}
              {facts.taken > 0 && (
                <>
                  {' · '}
                  <button
                    type="button"
                    data-testid="set-overlays-open"
                    aria-expanded={isOpen}
                    onClick={() => setIsOpen(!isOpen)}
                    className="inline-flex items-center gap-0.5 text-ink-2 underline decoration-ink-3/60 underline-offset-2 hover:text-ink"
                  >
                    {t(isOn ? 'sets.takes' : 'sets.wouldTake', { count: facts.taken })}
                    <ChevronRight size={12} className={classNames('transition-transform', isOpen && 'rotate-90')} />
                  </button>
                </>
              )}
            </p>
          </div>
        )}
        {!isRenaming && (
          <div className="flex flex-wrap items-center gap-1">
            <Button size="small" onClick={props.onOpen}>
              {t('sets.open')}
            </Button>
            {isActive && props.hasOthersOn && (
              <Button
                size="small"
                tone="quiet"
                data-testid="set-alone"
                onClick={props.onUseAlone}
                title={t('sets.aloneHint')}
              >
                {t('sets.alone')}
              </Button>
            )}
            {isActive && (
              <Button size="small" tone="quiet" onClick={() => setIsRenaming(true)}>
                {t('sets.rename')}
              </Button>
            )}
            {isActive ? (
              <Button size="small" tone="quiet" data-testid="set-retire" onClick={() => change('retired')}>
                {t('knowledge.retire')}
              </Button>
            ) : (
              <Button size="small" tone="quiet" data-testid="set-restore" onClick={() => change('active')}>
                {t('knowledge.restore')}
              </Button>
            )}
          </div>
        )}
      </div>
      {isOpen && facts.taken > 0 && <SetOverlays overlays={facts.overlays} isOn={isOn} />}
      {isActive && set.entryCount > 0 && props.replay !== undefined && (
        <div className="flex flex-wrap items-center gap-2 text-xs text-ink-2">
          {props.replay([{ kind: 'switchSet', setId: set.id, isOn: !isOn }])}
          {t(isOn ? 'sets.replayOff' : 'sets.replayOn')}
        </div>
      )}
    </li>
  );
}
