import { type Candidate, agreeingOf, candidatesOf, isOfStance } from '#core/health/contradiction-of.ts';
import { type Model, probabilityOf, thresholds } from '#core/health/finding-model.ts';
import { contextsAmong, isAnsweredOtherwise } from '#core/health/findings-among.ts';
import { type Features, type PairContext, duplicateFeatures } from '#core/health/pair-features.ts';
import type { HealthEntry } from '#core/health/entry-profile.ts';
import { developmentBase } from './development-base.ts';
import { type Row, fitted } from './logistic.ts';
import { type Label, readBase } from './measured.ts';
import { allNeighbours, realVectors } from './vectors.ts';

/*
 * Fits the weights of src/core/health/finding-model.ts and says what they find in pairs they were not fitted on:
 *   node test/core/health/fit.ts entries.jsonl labels.jsonl
 * It takes the development pairs and a labelled base of one business, whose unlabelled neighbours are neither. Folds are by
 * what is asked about. That the development pairs hold far more findings than a real base is a feature of its own ("dev"),
 * which the weights leave out.
 */

const valueNames =
  'whole clause near askedMore saidLess heaviest missingLess missingMore otherAct ratio placedOnce hasVectors cosine';
const stanceNames =
  'whole clause askedLess askedMore saidLess saidMore heaviest narrowedOnce placedOnce otherAct conditional hasVectors cosine';
const duplicateNames =
  'answer all marks askedMore answeredLess answeredMore heaviest sameValues otherValues opposed lengths ' +
  'hasVectors cosineQuestion cosineAnswer';

const ridge = 1;
const folds = 8;
const rounds = 6;
/** A real base tells more than pairs that were written to be compared. */
const baseWeight = 3;

type Example = {
  readonly isDev: boolean;
  readonly context: PairContext;
  readonly label: string;
  readonly subject: string;
  readonly candidates: readonly Candidate[];
  /** Of duplicates: values that would contradict if one of them were another. */
  readonly would: readonly Candidate[];
  readonly duplicate: Features;
};
type Base = { readonly entries: readonly HealthEntry[]; readonly labels: readonly Label[] };
type Models = { readonly value: Model; readonly stance: Model; readonly duplicate: Model };

async function examplesOf({ entries, labels }: Base, isDev: boolean): Promise<readonly Example[]> {
  const vectorsOf = await realVectors(entries);
  const keyOf = (a: string, b: string): string => [a, b].toSorted().join(' ');
  const kinds = new Map(labels.map(({ a, b, kind }) => [keyOf(a, b), kind]));
  return contextsAmong(entries, allNeighbours(entries, vectorsOf), vectorsOf).map((context) => {
    const { a, b } = context;
    const label = kinds.get(keyOf(a.entry.id, b.entry.id)) ?? 'none';
    return {
      isDev,
      context,
      label,
      subject: a.entry.topic ?? a.question.acts[0] ?? [...a.question.terms.keys()][0] ?? '',
      candidates: candidatesOf(context),
      would: label === 'duplicate' ? agreeingOf(context) : [],
      duplicate: duplicateFeatures(context),
    };
  });
}

/** What the first round takes for likely. */
const start: Model = {
  bias: -4,
  weights: { whole: 3, question: 2, saidLess: 1, askedMore: 1 },
};

function modelOf(rows: readonly Row[], names: string): Model {
  const weights = fitted(rows, ['dev', ...names.split(' ')], ridge);
  return { bias: weights.get('') ?? 0, weights: Object.fromEntries([...weights].filter(([name]) => name !== '')) };
}

/** Which two statements of a pair contradict each other is not labelled: each round takes those the last found likeliest. */
function fit(examples: readonly Example[]): Models {
  const rowOf = (features: Features, isOne: boolean, { isDev }: Example): Row => ({
    features: { ...features, dev: Number(isDev) },
    isOne,
    weight: isDev ? 1 : baseWeight,
  });
  const duplicate = modelOf(
    examples
      .filter(({ label }) => label !== 'agrees')
      .map((one) => rowOf(one.duplicate, one.label === 'duplicate', one)),
    duplicateNames,
  );
  let models: Models = { value: start, stance: { ...start, bias: -5 }, duplicate };
  for (let round = 0; round < rounds; round++) {
    const rows: { readonly value: Row[]; readonly stance: Row[] } = { value: [], stance: [] };
    for (const example of examples) {
      const add = (of: readonly Candidate[], isOne: boolean, most: number): void => {
        for (const one of likeliest(of, models).slice(0, most))
          rows[isOfStance(one) ? 'stance' : 'value'].push(rowOf(one.features, isOne, example));
      };
      add(example.would, true, 2);
      if (example.label === 'contradiction') add(example.candidates, true, 1);
      else
        for (const is of [true, false])
          add(
            example.candidates.filter((one) => isOfStance(one) === is),
            false,
            3,
          );
    }
    models = { value: modelOf(rows.value, valueNames), stance: modelOf(rows.stance, stanceNames), duplicate };
  }
  return models;
}

function certaintyOf(one: Candidate, { value, stance }: Models): number {
  return probabilityOf(isOfStance(one) ? stance : value, one.features);
}

function likeliest(candidates: readonly Candidate[], models: Models): readonly Candidate[] {
  return [...candidates].toSorted((p, q) => certaintyOf(q, models) - certaintyOf(p, models));
}

type Judged = { readonly example: Example; readonly contradiction: number; readonly duplicate: number };

function judged(example: Example, models: Models): Judged {
  const [surest] = likeliest(example.candidates, models);
  return {
    example,
    contradiction: surest === undefined ? 0 : certaintyOf(surest, models),
    duplicate: probabilityOf(models.duplicate, example.duplicate),
  };
}

function foldOf(subject: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < subject.length; i++) hash = Math.imul(hash ^ subject.charCodeAt(i), 0x01000193) >>> 0;
  return hash % folds;
}

type Found = Readonly<
  Record<'contradiction' | 'duplicate', { readonly right: number; readonly found: number; readonly planted: number }>
>;

function foundIn(all: readonly Judged[], labels: readonly Label[]): Found {
  const contradictions = all.filter(({ contradiction }) => contradiction >= thresholds.contradiction);
  const duplicates = all.filter(
    ({ contradiction, duplicate, example: { label, context } }) =>
      contradiction < thresholds.doubtful &&
      duplicate >= thresholds.duplicate &&
      !isAnsweredOtherwise(context.a, context.b) &&
      label !== 'agrees',
  );
  const count = (found: readonly Judged[], kind: string) => ({
    right: found.filter(({ example }) => example.label === kind).length,
    found: found.length,
    planted: labels.filter((one) => one.kind === kind).length,
  });
  return { contradiction: count(contradictions, 'contradiction'), duplicate: count(duplicates, 'duplicate') };
}

/** What is found, per base and language, in the pairs of each fold by models that were fitted on the others; and all weights. */
export async function crossValidated(
  bases: readonly Base[],
): Promise<{ readonly found: ReadonlyMap<string, Found>; readonly models: Models }> {
  const sets = await Promise.all(bases.map((base, place) => examplesOf(base, place === 0)));
  const examples = sets.flat();
  const judgements = new Map<Example, Judged>();
  for (let fold = 0; fold < folds; fold++) {
    const models = fit(examples.filter(({ subject }) => foldOf(subject) !== fold));
    for (const one of examples) if (foldOf(one.subject) === fold) judgements.set(one, judged(one, models));
  }
  const found = new Map<string, Found>();
  bases.forEach(({ entries, labels }, place) => {
    for (const language of ['all', 'en', 'zh', 'ja']) {
      const ids = new Set(entries.flatMap((one) => (language === 'all' || one.language === language ? [one.id] : [])));
      const own = (sets[place] ?? []).flatMap((one) =>
        ids.has(one.context.a.entry.id) ? (judgements.get(one) ?? []) : [],
      );
      found.set(
        `${place === 0 ? 'pairs' : 'base'} ${language}`,
        foundIn(
          own,
          labels.filter(({ a }) => ids.has(a)),
        ),
      );
    }
  });
  return { found, models: fit(examples) };
}

const [, script, entriesFile, labelsFile] = process.argv;
if (script?.endsWith('fit.ts') === true && entriesFile !== undefined && labelsFile !== undefined) {
  const { found, models } = await crossValidated([developmentBase(), readBase(entriesFile, labelsFile)]);
  for (const [name, kinds] of found) {
    const told = Object.entries(kinds).map(
      ([kind, { right, found: all, planted }]) =>
        `${kind} P ${(right / all).toFixed(2)} R ${(right / planted).toFixed(2)} (${right} of ${all}, planted ${planted})`,
    );
    process.stdout.write(`held out ${name}: ${told.join('   ')}\n`);
  }
  for (const [name, { bias, weights }] of Object.entries(models)) {
    const told = Object.entries({ bias, ...weights }).map(([feature, weight]) => `${feature}: ${weight.toFixed(2)}`);
    process.stdout.write(`${name} { ${told.join(', ')} }\n`);
  }
}
