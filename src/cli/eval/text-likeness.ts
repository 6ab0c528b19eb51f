import { commonLength, wordsOf } from '#core/learning/kept-share.ts';

/** ROUGE-L: F1 of the longest common subsequence of words (Lin, 2004). 0…1 */
export function rougeL(candidate: string, reference: string): number {
  const from = wordsOf(candidate);
  const to = wordsOf(reference);
  if (from.length === 0 || to.length === 0) return 0;
  return (2 * commonLength(from, to)) / (from.length + to.length);
}

const longestGram = 6;
const beta = 2;

/** chrF2: F-score of character n-grams, n = 1…6, recall weighted twice (Popović, 2015). 0…1 */
export function chrf(candidate: string, reference: string): number {
  const from = candidate.replace(/\s+/g, '');
  const to = reference.replace(/\s+/g, '');
  let precision = 0;
  let recall = 0;
  let orders = 0;
  for (let n = 1; n <= longestGram; n++) {
    const own = grams(from, n);
    const other = grams(to, n);
    if (own.total === 0 || other.total === 0) continue;
    let shared = 0;
    for (const [gram, count] of own.counts) shared += Math.min(count, other.counts.get(gram) ?? 0);
    precision += shared / own.total;
    recall += shared / other.total;
    orders++;
  }
  if (orders === 0 || precision + recall === 0) return 0;
  const [p, r] = [precision / orders, recall / orders];
  return ((1 + beta ** 2) * p * r) / (beta ** 2 * p + r);
}

function grams(text: string, n: number): { readonly counts: ReadonlyMap<string, number>; readonly total: number } {
  const characters = [...text];
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= characters.length; i++) {
    const gram = characters.slice(i, i + n).join('');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, characters.length - n + 1) };
}
