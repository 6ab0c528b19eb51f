import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { type ListedSet, switched } from './switched.ts';

const key = keyOf('set.list', {});

/** Switches sets of a store: shown at once, told when it is done, put back where it fails. */
export function useSetSwitch(storeId: string): (on: readonly string[], off: readonly string[]) => void {
  const { t } = useText();
  const report = useReport();
  const cache = useQueryClient();
  const change = useRequest('set.switch');

  return function switchTo(on, off) {
    // An answer that is still under way would show the state of before.
    void cache.cancelQueries({ queryKey: key });
    cache.setQueryData<ListedSet[]>(key, (sets) => sets && switched(sets, storeId, { on, off }));
    change.mutate(
      { storeId, on: [...on], off: [...off] },
      {
        onError: (error) => {
          void cache.invalidateQueries({ queryKey: key });
          report(error);
        },
        onSuccess: (sets) => {
          cache.setQueryData<ListedSet[]>(key, sets);
          showToast({
            tone: 'good',
            text: t('sets.switched'),
            actions: [{ label: t('action.undo'), run: () => switchTo(off, on) }],
          });
        },
      },
    );
  };
}
