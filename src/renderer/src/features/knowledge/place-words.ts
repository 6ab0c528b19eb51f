import type { RequestOutput } from '#shared/contract/index.ts';
import type { KnowledgePlace } from '#shared/model/knowledge.ts';
import type { Store } from '#shared/model/store.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';

type ListedSet = RequestOutput<'set.list'>[number];

/** The stores and sets that an entry can live in, and how a place is called. */
export function usePlaces() {
  const { t } = useText();
  const stores: readonly Store[] = useAnswer('store.list', {}).data ?? [];
  const sets: readonly ListedSet[] = useAnswer('set.list', {}).data ?? [];
  const storeName = (id: string): string => stores.find((one) => one.id === id)?.settings.name ?? '';
  const setName = (id: string): string => sets.find((one) => one.id === id)?.name ?? '';
  return {
    sets: sets.filter((set) => set.state === 'active'),
    setName,
    /** "Every store", "Hob & Leaf", "Set 11.11 sale". */
    nameOf({ storeId, setId }: KnowledgePlace): string {
      if (setId !== null) return t('sources.place.set', { name: setName(setId) });
      return storeId === null ? t('knowledge.base') : storeName(storeId);
    },
    /** Whose answer it is, as one would say it, and where that counts. */
    sentenceOf({ storeId, setId }: KnowledgePlace, nowIn: string): string {
      const set = sets.find((one) => one.id === setId);
      if (set !== undefined) {
        const on = set.storeIds.map(storeName).filter((name) => name !== '');
        const isOn = set.storeIds.includes(nowIn);
        return isOn
          ? t('knowledge.lives.setOn', { name: set.name, stores: on.join(', ') })
          : t('knowledge.lives.setOff', { name: set.name, store: storeName(nowIn) });
      }
      return storeId === null ? t('knowledge.lives.base') : t('knowledge.lives.store', { store: storeName(storeId) });
    },
  };
}
