/** Which layer is shown: all that may answer, the base, the store's own, or one set, also where that is off. */
export type LayerFilter = 'all' | 'base' | 'store' | { readonly setId: string };
export type TimeFilter = 'any' | 'now' | 'notNow';

/** What a filter asks of the list. */
export function filterInput(layer: LayerFilter, time: TimeFilter) {
  return {
    ...(typeof layer === 'object' ? { setId: layer.setId } : layer === 'all' ? {} : { layer }),
    ...(time === 'any' ? {} : { holds: time === 'now' }),
  };
}
