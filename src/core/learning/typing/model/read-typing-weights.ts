import { LessonType } from '#shared/model/lesson.ts';
import type { TypingWeights, VectorWeights } from './type-shares.ts';

/** Reads `feature=1,2,3,4,5,6|…`, weights in tenths; the lines are only to look at. */
export function readFeatureWeights(written: string): TypingWeights['features'] {
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

/** What a weight of a vector is written with: −32 to 31 steps. */
export const stepLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Reads a letter a weight, the types one after another; `step`: what one step stands for. */
export function readVectorWeights({
  embedderId,
  step,
  letters,
}: {
  readonly embedderId: string;
  readonly step: number;
  readonly letters: string;
}): VectorWeights {
  const all = [...letters.replaceAll('\n', '')].map((letter) => (stepLetters.indexOf(letter) - 32) * step);
  const width = all.length / LessonType.options.length;
  return {
    embedderId,
    rows: LessonType.options.map((_, i) => Float32Array.from(all.slice(i * width, (i + 1) * width))),
  };
}
