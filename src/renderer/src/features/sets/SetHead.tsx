import { ArrowLeft } from 'lucide-react';
import type { Store } from '#shared/model/store.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { SetSwitch } from './SetSwitch.tsx';
import { useSetSwitch } from './use-set-switch.ts';

/** What stands above the entries of one set: its name, and whether it is on. */
export function SetHead(props: { readonly setId: string; readonly store: Store; readonly onBack: () => void }) {
  const { t } = useText();
  const switchTo = useSetSwitch(props.store.id);
  const set = useAnswer('set.list', {}).data?.find((each) => each.id === props.setId);
  const store = props.store.settings.name;
  const isOn = set?.storeIds.includes(props.store.id) ?? false;
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-2" data-testid="set-head">
      <Button size="small" tone="quiet" icon={<ArrowLeft size={13} />} data-testid="set-back" onClick={props.onBack}>
        {t('sets.all')}
      </Button>
      <h2 className="min-w-0 truncate font-semibold">{set?.name}</h2>
      <span className="flex-1" />
      {set?.state === 'active' && (
        <>
          <span className="text-xs text-ink-2">{t(isOn ? 'sets.isOn' : 'sets.isOff', { store })}</span>
          <SetSwitch
            isOn={isOn}
            label={t('sets.onFor', { name: set.name, store })}
            onSwitch={(next) => switchTo(next ? [set.id] : [], next ? [] : [set.id])}
          />
        </>
      )}
      {set?.state === 'retired' && <span className="text-xs text-amber">{t('sets.retired')}</span>}
    </div>
  );
}
