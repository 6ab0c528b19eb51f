import type { TypingWeights } from './fitted-typing.ts';

/** Reads `feature=1,2,3,4,5,6|…`, weights in tenths; the lines are only to look at. */
export function readTypingWeights(written: string): TypingWeights {
  const rows = written.replaceAll('\n', '').split('|');
  return new Map(
    rows
      .filter((row) => row !== '')
      .map((row) => {
        const [name = '', tenths = ''] = row.split('=');
        return [name, tenths.split(',').map((weight) => Number(weight) / 10)];
      }),
  );
}
