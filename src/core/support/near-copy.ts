import { foldedScript } from '../retrieval/folded-script.ts';
import { withoutIdioms } from './stances-said.ts';
import { isFragment } from './polarity.ts';
import type { Stretch } from '../health/folded-text.ts';

/** What a clause's words are apart from what turns its meaning, and what turns it. */
export type Turned = {
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
  /** Whether its negations cancel out. */
  readonly isDenied: boolean;
  /** Which side of each pair of opposites it names. */
  readonly sides: ReadonlyMap<number, 'left' | 'right'>;
};

const negations =
  /\b(?:cannot|[a-z]+n['’]t|not|never|no|nor|neither|unable|without)\b|不(?!过|仅|同|客气|好意思)|没有?|无法|无(?=需|须)|勿|未|ません|(?:い|れ|き|し|わ|が|は|せ|べ|か)ない|ず(?=に|、)|不可/gu;
const fillers =
  /\b(?:do|does|did|can|could|may|will|would|be|is|are|to|the|a|an|and|so|that|it)\b|(?:可以|能够|能|会)|[\p{Script=Hiragana}]+/gu;

const opposites: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [
    /免费|免運|包邮|無料|\bfree(?! from| to)\b/u,
    /收费|自费|有料|付费|\bcharged\b|\bat your (?:own )?expense\b|\bpay for\b/u,
  ],
  [/\bbefore\b|之前|(?<!之)前(?=发|付|下|退|请|に)|までに/u, /\bafter\b|之后|(?<=[货款单])后|以降/u],
  [
    /\bat least\b|至少|以上|\bminimum\b|不少于|\bover\b|超过/u,
    /\bat most\b|\bup to\b|最多|以下|\bmaximum\b|不超过|\bunder\b|未満/u,
  ],
  [/\bincluded?s?\b|包含|含む|込み/u, /\bexclud(?:ed?s?|ing)\b|不含|含まない|別途/u],
  [/\bopen\b|营业|営業(?!日)/u, /\bclosed\b|休息|休業|定休/u],
  [/\balways\b|总是|必ず/u, /\bnever\b|从不|決して/u],
  [/\bunopened\b|未拆封?|未開封/u, /(?<!un)\bopened\b|已拆|开封后|開封済/u],
  [/\ballowed\b|允许|许可/u, /\bforbidden\b|\bprohibited\b|禁止/u],
  [/\bsafe\b|安全/u, /\bunsafe\b|\bdangerous\b|危险|危険/u],
];

const word = /[\p{L}]+(?:['’]\p{L}+)?/gu;
const unspaced = /[\p{Script=Han}\p{Script=Katakana}ー々]/u;

export function turnedOf(folded: string, { start, end }: Stretch): Turned {
  const said = withoutIdioms(folded.slice(start, end)).replace(/不(?:另外?|额外|再)?收(?:费|取费用|钱)/gu, '免费');
  if (isFragment(said)) return { words: new Map(), count: 0, isDenied: false, sides: new Map() };
  const words = new Map<string, number>();
  let count = 0;
  const add = (one: string): void => {
    words.set(one, (words.get(one) ?? 0) + 1);
    count += 1;
  };
  for (const [piece] of foldedScript(said.replace(negations, ' ').replace(fillers, ' ')).matchAll(word)) {
    if (!unspaced.test(piece)) add(piece);
    else for (let at = 0; at + 1 < Math.max(2, piece.length); at++) add(piece.slice(at, at + 2));
  }
  const sides = new Map<number, 'left' | 'right'>();
  opposites.forEach(([left, right], index) => {
    const [isLeft, isRight] = [left.test(said), right.test(said)];
    if (isLeft !== isRight) sides.set(index, isLeft ? 'left' : 'right');
  });
  return { words, count, isDenied: (said.match(negations)?.length ?? 0) % 2 === 1, sides };
}

const nearFrom = 0.72;
const fewest = 3;

/** Whether two clauses are nearly the same words. */
export function areNear(a: Turned, b: Turned): boolean {
  if (Math.min(a.count, b.count) < fewest) return false;
  let shared = 0;
  for (const [one, times] of a.words) shared += Math.min(times, b.words.get(one) ?? 0);
  return (2 * shared) / (a.count + b.count) >= nearFrom;
}

/** Whether what turns the one is not what turns the other: a "not" more, "free" for "charged". */
export function areTurned(a: Turned, b: Turned): boolean {
  if (a.isDenied !== b.isDenied) return ![...a.sides].some(([pair, side]) => (b.sides.get(pair) ?? side) !== side);
  return [...a.sides].some(([pair, side]) => (b.sides.get(pair) ?? side) !== side);
}
