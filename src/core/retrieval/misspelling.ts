/** What the slip of a hand costs, 1 being a letter that is plainly another one. */
const cost = { swapped: 0.7, doubled: 0.5, vowel: 0.6, neighbour: 0.7, missing: 0.9, extra: 0.9, other: 1, first: 0.5 };

const keyboard: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that stand for the same sound. */
const alike: readonly string[] = 'ck cs sz iy ei ai ae fv gj ou kq ao eo iu td'.split(' ');
const letters = 26;
const replacementCosts = costsOfReplacement();

function costsOfReplacement(): Float64Array {
  const costs = new Float64Array(letters * letters).fill(cost.other);
  const set = (a: string | undefined, b: string): void => {
    if (a === undefined) return;
    costs[codeOf(a, 0) * letters + codeOf(b, 0)] = cost.neighbour;
    costs[codeOf(b, 0) * letters + codeOf(a, 0)] = cost.neighbour;
  };
  keyboard.forEach((row, y) => {
    [...row].forEach((letter, x) => {
      set(row[x - 1], letter);
      set(keyboard[y - 1]?.[x], letter);
      set(keyboard[y - 1]?.[x + 1], letter);
    });
  });
  for (const pair of alike) set(pair[0], pair.charAt(1));
  return costs;
}

/** 0 for a … 25 for z. */
function codeOf(word: string, at: number): number {
  return word.charCodeAt(at) - 97;
}

function replacementCost(typed: number, meant: number): number {
  const isPlain = typed >= 0 && typed < letters && meant >= 0 && meant < letters;
  return isPlain ? (replacementCosts[typed * letters + meant] ?? cost.other) : cost.other;
}

/** What a letter that is there on one side only costs. */
function lonelyCost(word: string, at: number, base: number): number {
  const letter = word.charCodeAt(at);
  if (letter === word.charCodeAt(at - 1) || letter === word.charCodeAt(at + 1)) return cost.doubled;
  return letter === 97 || letter === 101 || letter === 105 || letter === 111 || letter === 117 ? cost.vowel : base;
}

const longest = 32;
let last = new Float64Array(longest);
let beforeLast = new Float64Array(longest);
let row = new Float64Array(longest);

/**
 * How far a typed word is from the one that may be meant: the restricted Damerau–Levenshtein distance (optimal string
 * alignment) with weights by the kind of slip. Above `limit`, and for words of 32 letters or more, it is Infinity.
 */
export function misspellingCost(typed: string, meant: string, limit: number): number {
  if (typed.length >= longest || meant.length >= longest) return Infinity;
  last[0] = 0;
  for (let j = 1; j <= meant.length; j++) last[j] = (last[j - 1] ?? 0) + lonelyCost(meant, j - 1, cost.missing);
  for (let i = 1; i <= typed.length; i++) {
    const letter = codeOf(typed, i - 1);
    const extra = lonelyCost(typed, i - 1, cost.extra);
    let least = (row[0] = (last[0] ?? 0) + extra);
    for (let j = 1; j <= meant.length; j++) {
      const wanted = codeOf(meant, j - 1);
      let best = last[j - 1] ?? 0;
      if (letter !== wanted) best += replacementCost(letter, wanted) + (i === 1 && j === 1 ? cost.first : 0);
      best = Math.min(best, (last[j] ?? 0) + extra, (row[j - 1] ?? 0) + lonelyCost(meant, j - 1, cost.missing));
      if (i > 1 && j > 1 && letter !== wanted && letter === codeOf(meant, j - 2) && codeOf(typed, i - 2) === wanted)
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + cost.swapped);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return Infinity;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const total = last[meant.length] ?? Infinity;
  return total > limit ? Infinity : total;
}
