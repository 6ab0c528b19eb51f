/** A product as a feed gives it, before anything is decided about it. */
export type RawItem = {
  /** 1-based: the row of a table, else the item itself. */
  readonly row: number;
  /** By plain name ("sale_price"); several values where the feed repeats the field. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Things the shop names itself, in order. */
  readonly details: readonly { readonly name: string; readonly text: string }[];
  /** It could not be read to its end, or not without guessing. */
  readonly isBroken: boolean;
};

/** The most products a feed may hold. */
export const mostItems = 200_000;
/** Characters of one field; a longer one is no description any more. */
export const longestField = 200_000;

/** The first value of the first of these fields that has one; empty where none has. */
export function fieldOf(item: RawItem, ...names: readonly string[]): string {
  for (const name of names) {
    const value = item.fields.get(name)?.find((one) => one.trim() !== '');
    if (value !== undefined) return value.trim();
  }
  return '';
}
