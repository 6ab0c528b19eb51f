import type { Macro } from '#shared/model/macro.ts';

const dayMs = 86_400_000;
/** Within this many days a use counts for about a third of what it counted at first. */
const recentDays = 14;

/** Macros that a few letters may mean, the likeliest first: by how they match, then by how lately and often they were used. */
export function rankedMacros(macros: readonly Macro[], query: string, now: number): readonly Macro[] {
  const wanted = folded(query);
  return macros
    .map((macro) => ({ macro, score: matchOf(macro, wanted) + useOf(macro, now), isFound: matchOf(macro, wanted) > 0 }))
    .filter(({ isFound }) => wanted === '' || isFound)
    .toSorted((a, b) => b.score - a.score || a.macro.content.name.localeCompare(b.macro.content.name))
    .map(({ macro }) => macro);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** 0 where nothing of it matches; steps are wider than what use can add. */
function matchOf({ content }: Macro, wanted: string): number {
  if (wanted === '') return 0;
  const name = folded(content.name);
  const shortcut = folded(content.shortcut);
  if (shortcut === wanted) return 700;
  if (shortcut !== '' && shortcut.startsWith(wanted)) return 600;
  if (name.startsWith(wanted)) return 500;
  const words = wanted.split(/\s+/u);
  if (words.every((word) => name.split(/[\s\p{P}]+/u).some((part) => part.startsWith(word)))) return 400;
  if (words.every((word) => name.includes(word))) return 300;
  const all = folded(`${content.name} ${content.team} ${content.body}`);
  if (words.every((word) => all.includes(word))) return 200;
  return hasInOrder(name, wanted.replace(/\s+/gu, '')) ? 100 : 0;
}

/** Whether the letters stand in the text in their order: "rfd" in "refund". */
function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return letters.length > 1;
}

function useOf({ usage }: Macro, now: number): number {
  if (usage.lastUsedAt === null) return 0;
  const days = Math.max(0, now - usage.lastUsedAt) / dayMs;
  return 40 * Math.exp(-days / recentDays) + Math.min(40, 8 * Math.log2(1 + usage.uses));
}
