import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { HealthEntry } from '#core/health/entry-profile.ts';
import { type Label, healthEntry, jsonLines } from './measured.ts';

const Text = z.object({ question: z.string(), answer: z.string() });
const Pair = z.object({
  kind: z.enum(['contradiction', 'duplicate', 'agrees', 'other']),
  language: z.enum(['en', 'zh', 'ja']),
  a: Text,
  b: Text,
});

/** The pairs the rules were tuned on, as one base: each pair is of a business of its own and meets no other. */
export function developmentBase(): { readonly entries: readonly HealthEntry[]; readonly labels: readonly Label[] } {
  const pairs = jsonLines(readFileSync(new URL('./development-pairs.jsonl', import.meta.url), 'utf8')).map((line) =>
    Pair.parse(line),
  );
  const entries = pairs.flatMap(({ language, a, b }, index) =>
    [a, b].map((text, side) =>
      healthEntry({ id: `${index}${side === 0 ? 'a' : 'b'}`, ...text, language, scope: [`pair ${index}`] }),
    ),
  );
  return { entries, labels: pairs.map(({ kind }, index) => ({ a: `${index}a`, b: `${index}b`, kind })) };
}
