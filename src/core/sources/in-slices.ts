/** Lets other work of the desk run; see `passTurn` of the machine. */
export type PassTurn = () => Promise<void>;

/** Comparing one long article with others takes some ten milliseconds; a turn, some microseconds. */
const sliceSize = 5;

/** Does the work for each item in order, and lets other work run in between. */
export async function inSlices<T>(passTurn: PassTurn, items: readonly T[], work: (item: T) => void): Promise<void> {
  for (let start = 0; start < items.length; start += sliceSize) {
    for (const item of items.slice(start, start + sliceSize)) work(item);
    await passTurn();
  }
}
