/** Names shorter than this stand in too many texts to mean anything. */
const shortest = 2;

const folded = new Map<string, string>();
const mostFolded = 50_000;

/** Those of the subjects (products, brands) that a text names, letter case, width and white space aside; null where it names none. */
export function subjectsNamed(subjects: readonly string[], text: string): readonly string[] | null {
  if (subjects.length === 0) return null;
  const where = ` ${foldedName(text)} `;
  const named = subjects.filter((subject) => {
    const name = rememberedName(subject);
    return name.length >= shortest && isNamed(where, name);
  });
  return named.length === 0 ? null : named;
}

/** Within words where there are no spaces between them, else as whole words: "tea" is not in "steamer". */
function isNamed(where: string, name: string): boolean {
  for (let at = where.indexOf(name); at >= 0; at = where.indexOf(name, at + 1)) {
    if (!isLetter(where.at(at - 1)) || !isLetter(name.at(0))) {
      const after = where.at(at + name.length);
      if (!isLetter(after) || !isLetter(name.at(-1))) return true;
    }
  }
  return false;
}

/** Of a script that puts spaces between words. */
function isLetter(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /[\p{L}\p{N}]/u.test(character) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
  );
}

function rememberedName(subject: string): string {
  const known = folded.get(subject);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const name = foldedName(subject);
  folded.set(subject, name);
  return name;
}

function foldedName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
