import { unitLength } from '../minilm/mean-vectors.ts';

/** Vectors of any two texts are nearer than this in a model that keeps them all in a narrow cone. */
const narrowFrom = 0.5;

/**
 * Sentences that have nothing to do with each other, in several languages: what a model's vectors of them share says
 * nothing of what a text means.
 */
export const unrelatedTexts: readonly string[] = [
  'The train leaves from platform four at noon.',
  'Please send me a copy of the invoice.',
  'How do I change the colour of the lamp?',
  'Our cat sleeps on the warm windowsill.',
  'The museum is closed on Mondays.',
  'Can I pay by bank transfer?',
  'It has been raining in the mountains for a week.',
  'The jacket is too small around the shoulders.',
  '这本书是我去年在旧货市场买的。',
  '请问怎么修改收货地址？',
  '今天晚上的音乐会几点开始？',
  '这款水壶可以放进洗碗机吗？',
  '冬天的湖面已经结冰了。',
  'この駅から港まで歩いて十分です。',
  '領収書を発行してもらえますか。',
  '昨日の試合は雨で中止になりました。',
  'ヘッドホンの片方から音が出ません。',
  '庭の桜がもうすぐ咲きそうです。',
  'Der Schlüssel liegt unter der Matte.',
  'Combien de temps dure la batterie ?',
  'La biblioteca abre a las nueve.',
  'Quanto costa spedire un pacco in Norvegia?',
  'Ela aprendeu a tocar violino sozinha.',
  'Когда начинаются каникулы?',
];

/**
 * The direction that all texts share, from vectors of unrelated ones; null where they share none worth taking out.
 * E5 models keep the cosine of any two texts between 0.7 and 1 (the authors' own note on their temperature of 0.01),
 * so that a cosine means another thing than with other models.
 */
export function sharedDirection(vectors: readonly Float32Array[]): Float32Array | null {
  const [first] = vectors;
  if (first === undefined || vectors.length < 2) return null;
  const mean = first.map((_, place) => vectors.reduce((sum, one) => sum + (one[place] ?? 0), 0) / vectors.length);
  const count = vectors.length;
  const squared = mean.reduce((sum, value) => sum + value * value, 0);
  // The mean cosine of two different ones: the square of a sum of unit vectors holds every pair twice.
  const meanCosine = (squared * count - 1) / (count - 1);
  return meanCosine < narrowFrom ? null : mean;
}

/** The vector without what all texts share, of unit length (Mu and Viswanath, 2018, with the mean alone). */
export function spreadOut(vector: Float32Array, shared: Float32Array | null): Float32Array {
  if (shared === null) return vector;
  return unitLength(vector.map((value, place) => value - (shared[place] ?? 0)));
}
