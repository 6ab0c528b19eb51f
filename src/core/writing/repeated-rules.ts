/** Words in a row that nobody says by chance. */
const telltaleRun = 7;

/** Whether a text says so many words in a row of what the desk told the model. */
export function repeatsRules(text: string, rules: string, run = telltaleRun): boolean {
  const own = new Set(runsOf(rules, run));
  return runsOf(text, run).some((each) => own.has(each));
}

function runsOf(text: string, run: number): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
  return words.slice(run - 1).map((_, i) => words.slice(i, i + run).join(' '));
}
