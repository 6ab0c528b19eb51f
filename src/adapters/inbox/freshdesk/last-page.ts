import type { NumberedPage } from './freshdesk-api.ts';

export type FoundPage<Item> = { readonly number: number; readonly page: NumberedPage<Item> };

/**
 * The last page of a list that tells neither how many it has nor lets itself be read from its end; page 1, empty, where
 * there is none. Looks at `guess` first: right or one off costs up to four requests, else twice the logarithm of the
 * distance.
 */
export async function lastPage<Item>(
  read: (number: number) => Promise<NumberedPage<Item>>,
  guess: number,
): Promise<FoundPage<Item>> {
  let low: FoundPage<Item> | null = null;
  let empty = Number.POSITIVE_INFINITY;
  let step = 1;
  for (let number = Math.max(1, guess); ;) {
    const page = await read(number);
    if (page.items.length > 0 && !page.hasMore) return { number, page };
    if (page.items.length === 0) empty = number;
    else low = { number, page };
    if (empty === 1) return { number, page };
    if (low !== null && empty <= low.number + 1) return low;
    if (low !== null && Number.isFinite(empty)) number = Math.floor((low.number + empty) / 2);
    else {
      number = low === null ? Math.max(1, empty - step) : low.number + step;
      step *= 2;
    }
  }
}
