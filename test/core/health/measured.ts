import { readFileSync } from 'node:fs';
import type { HealthEntry } from '#core/health/entry-profile.ts';
import { type PairFinding, type VectorsOf, findingsAmong } from '#core/health/findings-among.ts';
import { allNeighbours, realVectors } from './vectors.ts';
import { z } from 'zod';

/*
 * Precision and recall of the health list on a labelled base:
 *   node test/core/health/measured.ts entries.jsonl labels.jsonl [--show]
 * entries: {id, kind, question, answer, topic, scope, language} a line; labels: {a, b, kind} with kind `contradiction` or
 * `duplicate` (other kinds are notes: those pairs are expected to be neither). Pairs without a label are expected to be nothing.
 */

const Entry = z.object({
  id: z.string(),
  kind: z.enum(['pair', 'article', 'product']).default('pair'),
  question: z.string().default(''),
  answer: z.string(),
  topic: z.string().nullish(),
  scope: z.array(z.string()).default([]),
  language: z.enum(['en', 'zh', 'ja', 'und']).default('en'),
});
const Label = z.object({ a: z.string(), b: z.string(), kind: z.string() });
export type Label = z.infer<typeof Label>;

/** An entry of a labelled base as the health list reads it. */
export function healthEntry(line: unknown): HealthEntry {
  const entry = Entry.parse(line);
  return {
    ...entry,
    versionId: entry.id,
    topic: entry.topic ?? null,
    channels: [],
    storeId: null,
    setId: null,
    overlaysEntryId: null,
    validFrom: null,
    validUntil: null,
  };
}

export function jsonLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

export type Figures = {
  readonly precision: number;
  readonly recall: number;
  readonly found: number;
  readonly expected: number;
};
export type Measured = {
  readonly byKind: Readonly<Record<PairFinding['kind'], Figures>>;
  readonly findings: readonly PairFinding[];
  readonly missed: readonly Label[];
  readonly wrong: readonly PairFinding[];
};

/** What is found in a base against its labels, with the vectors that are there. */
export function measured(
  entries: readonly HealthEntry[],
  labels: readonly Label[],
  vectorsOf: VectorsOf = () => null,
): Measured {
  const findings = findingsAmong(entries, allNeighbours(entries, vectorsOf), vectorsOf);
  const keyOf = (one: { readonly a: string; readonly b: string; readonly kind: string }): string =>
    [one.kind, ...[one.a, one.b].toSorted()].join(' ');
  const expected = new Set(labels.map(keyOf));
  const got = new Set(findings.map(keyOf));
  // A pair that is both was labelled as one of them: finding it by a label that says "either" is no fault.
  const either = new Set(
    labels.filter(({ kind }) => kind === 'agrees').flatMap(({ a, b }) => [keyOf({ a, b, kind: 'duplicate' })]),
  );
  const figures = (kind: PairFinding['kind']): Figures => {
    const all = findings.filter((one) => one.kind === kind && !either.has(keyOf(one)));
    const right = all.filter((one) => expected.has(keyOf(one))).length;
    const wanted = labels.filter((one) => one.kind === kind);
    return {
      precision: all.length === 0 ? 1 : right / all.length,
      recall: wanted.length === 0 ? 1 : wanted.filter((one) => got.has(keyOf(one))).length / wanted.length,
      found: all.length,
      expected: wanted.length,
    };
  };
  return {
    byKind: { contradiction: figures('contradiction'), duplicate: figures('duplicate') },
    findings,
    missed: labels.filter((one) => /^(?:contradiction|duplicate)$/.test(one.kind) && !got.has(keyOf(one))),
    wrong: findings.filter((one) => !expected.has(keyOf(one)) && !either.has(keyOf(one))),
  };
}

export function readBase(
  entriesFile: string,
  labelsFile: string,
): { readonly entries: readonly HealthEntry[]; readonly labels: readonly Label[] } {
  return {
    entries: jsonLines(readFileSync(entriesFile, 'utf8')).map(healthEntry),
    labels: jsonLines(readFileSync(labelsFile, 'utf8')).map((line) => Label.parse(line)),
  };
}

/** Prints what was measured; with `shows`, also every pair that was missed or wrong. */
export function printMeasured(name: string, entries: readonly HealthEntry[], result: Measured, shows: boolean): void {
  for (const [kind, { precision, recall, found, expected }] of Object.entries(result.byKind)) {
    process.stdout.write(
      `${name} ${kind}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} (found ${found}, planted ${expected})\n`,
    );
  }
  if (!shows) return;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const told = (id: string): string => `${byId.get(id)?.question} → ${byId.get(id)?.answer}`;
  for (const { kind, a, b } of result.missed) process.stdout.write(`missed ${kind}\n   ${told(a)}\n   ${told(b)}\n`);
  for (const { kind, a, b, certainty, places } of result.wrong) {
    const marked = places[0];
    const spans =
      marked === undefined
        ? ''
        : `${marked.fact}: "${byId.get(a)?.answer.slice(marked.a.start, marked.a.end)}" / "${byId.get(b)?.answer.slice(marked.b.start, marked.b.end)}"`;
    process.stdout.write(`wrong ${kind} ${certainty.toFixed(2)} ${spans}\n   ${told(a)}\n   ${told(b)}\n`);
  }
}

const [, script, entriesFile, labelsFile, flag] = process.argv;
if (script?.endsWith('measured.ts') === true && entriesFile !== undefined && labelsFile !== undefined) {
  const { entries, labels } = readBase(entriesFile, labelsFile);
  const vectorsOf = await realVectors(entries);
  const languages = [...new Set(entries.map(({ language }) => language))];
  printMeasured('all', entries, measured(entries, labels, vectorsOf), flag === '--show');
  for (const language of languages) {
    const own = entries.filter((entry) => entry.language === language);
    const ids = new Set(own.map(({ id }) => id));
    printMeasured(
      language,
      own,
      measured(
        own,
        labels.filter(({ a, b }) => ids.has(a) && ids.has(b)),
        vectorsOf,
      ),
      false,
    );
  }
}
