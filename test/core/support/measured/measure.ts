import type { Embedder } from '#core/ports/embedder.ts';
import { nearnessAmong } from '#core/support/nearness.ts';
import { readSources } from '#core/support/source-text.ts';
import { statementsCompared, supportMap } from '#core/support/support-map.ts';
import type { SupportMark } from '#shared/model/support.ts';
import type { SupportCase } from './cases.ts';
import type { MutationKind } from './family.ts';

export type Error = {
  readonly id: string;
  readonly what: 'missed' | 'false alarm';
  readonly kind: MutationKind | null;
  readonly text: string;
  readonly marks: readonly SupportMark[];
};

export type Measured = {
  readonly replies: number;
  readonly falseAlarms: number;
  readonly mutated: number;
  readonly flagged: number;
  readonly byKind: ReadonlyMap<MutationKind, readonly [flagged: number, of: number]>;
  readonly errors: readonly Error[];
};

const isBad = ({ verdict }: SupportMark): boolean => verdict !== 'supported';

type MeasuredCase = Omit<SupportCase, 'half' | 'from'>;

/**
 * How many mutated replies are flagged that are clean without the mutation, and how many that are supported are. A
 * mutation counts as flagged where a mark that is not there without it is unsupported or contradicted.
 */
export async function measure(cases: readonly MeasuredCase[], embedder: Embedder | null = null): Promise<Measured> {
  const byKind = new Map<MutationKind, readonly [number, number]>();
  const errors: Error[] = [];
  let falseAlarms = 0;
  for (const { id, language, sources, reply, mutations } of cases) {
    const read = readSources(sources);
    const texts = [reply, ...mutations.map(({ text }) => text)];
    const nearness = await nearnessAmong({ embedder: () => embedder }, statementsCompared(texts, language, read));
    const marksOf = (text: string): readonly SupportMark[] =>
      supportMap({ text, language, sources: read, nearness }).filter(isBad);
    const clean = marksOf(reply);
    if (clean.length > 0) {
      falseAlarms += 1;
      errors.push({ id, what: 'false alarm', kind: null, text: reply, marks: clean });
    }
    for (const { kind, text } of mutations) {
      const marks = marksOf(text);
      const isFlagged = marks.some((mark) => !clean.some((one) => one.kind === mark.kind && one.said === mark.said));
      const [flagged, of] = byKind.get(kind) ?? [0, 0];
      byKind.set(kind, [flagged + Number(isFlagged), of + 1]);
      if (!isFlagged) errors.push({ id, what: 'missed', kind, text, marks });
    }
  }
  const sums = [...byKind.values()];
  return {
    replies: cases.length,
    falseAlarms,
    mutated: sums.reduce((sum, [, of]) => sum + of, 0),
    flagged: sums.reduce((sum, [flagged]) => sum + flagged, 0),
    byKind,
    errors,
  };
}

export function printed(name: string, { replies, falseAlarms, mutated, flagged, byKind }: Measured): string {
  const share = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  const kinds = [...byKind].map(([kind, [some, of]]) => `${kind} ${some}/${of}`).join(', ');
  return `${name}: ${flagged} of ${mutated} mutated replies flagged (${share(flagged, mutated)}; ${kinds}); ${falseAlarms} of ${replies} supported ones (${share(falseAlarms, replies)})`;
}
