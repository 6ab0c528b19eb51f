import path from 'node:path';
import { composeDesk } from '#backend/compose.ts';
import { saveModelSetting } from '#core/search-model/model-setting.ts';
import { errorOf } from '#shared/errors.ts';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import type { CommandContext } from '../context.ts';
import {
  type QueryResult,
  areaUnderRiskCoverage,
  expectedCalibrationError,
  isJointlyRight,
  mean,
  percentile,
  rounded,
  share,
} from './figures.ts';
import { type EvalRun, runEval } from './run-eval.ts';
import { curveOf, gainOf } from './streams.ts';

export type EvalOptions = {
  readonly kb: string;
  readonly queries: string;
  readonly learn: boolean;
  /** Measures without learning as well, on the same queries in the same order. */
  readonly compare: boolean;
  readonly limit: number;
  readonly model: string | undefined;
};

/** `deskside eval`: measures answers on a set, on a database made for it. Prints one JSON object. */
export async function evalCommand(context: CommandContext, options: EvalOptions): Promise<void> {
  const isLearning = options.learn || options.compare;
  const { embedder, run } = await measured(context, options, isLearning);
  const off = options.compare ? (await measured(context, options, false)).run : null;
  context.print(
    JSON.stringify(
      {
        embedder,
        ...figuresOf(run.results),
        ...(isLearning ? { ece_after_200: rounded(expectedCalibrationError(run.results.slice(200))) } : {}),
        entries: run.entries,
        import_ms: Math.round(run.importMs),
        curve: curveOf(run.results),
        ...(off === null ? {} : { curve_without: curveOf(off.results), learning: gainOf(off.results, run.results) }),
      },
      null,
      2,
    ),
  );
}

async function measured(
  context: CommandContext,
  options: EvalOptions,
  isLearning: boolean,
): Promise<{ readonly embedder: string; readonly run: EvalRun }> {
  const desk = composeDesk({
    version: context.version,
    dataFolder: ':memory:',
    resourcesFolder: context.resourcesFolder,
    modelsFolder: context.modelsFolder,
    host: noKeychainHost(),
    emit: () => undefined,
  });
  try {
    if (options.model !== undefined) {
      const folder = path.resolve(options.model);
      saveModelSetting(desk.database.settings, { answering: { kind: 'folder', folder }, wanted: null });
    }
    await desk.embedders.load();
    const { missing } = desk.embedders.models();
    // Measured is the model that was asked for or none.
    if (missing !== null) throw errorOf(missing.problem);
    const run = await runEval(desk, {
      knowledgeFile: options.kb,
      queriesFile: options.queries,
      isLearning,
      limit: options.limit,
      onProgress: context.note,
    });
    return { embedder: desk.embedders.state().id ?? 'none', run };
  } finally {
    await desk.close();
  }
}

function figuresOf(results: readonly QueryResult[]) {
  const inScope = results.filter((result) => result.isInScope);
  const oos = results.filter((result) => !result.isInScope);
  const answered = results.filter((result) => result.isAnswered);
  const times = results.map((result) => result.draftMs);
  const present = (values: ReadonlyArray<number | null>): number[] => values.filter((value) => value !== null);
  return {
    queries: results.length,
    in_scope: inScope.length,
    oos: oos.length,
    recall_at_1: rounded(share(inScope, (result) => result.rank === 1)),
    recall_at_3: rounded(share(inScope, (result) => result.rank !== null && result.rank <= 3)),
    mrr: rounded(mean(inScope.map((result) => (result.rank === null ? 0 : 1 / result.rank)))),
    answered: rounded(share(results, (result) => result.isAnswered)),
    precision: rounded(share(answered, (result) => result.isTopRight)),
    in_scope_right: rounded(share(inScope, (result) => result.isAnswered && result.isTopRight)),
    oos_silent: rounded(share(oos, (result) => !result.isAnswered)),
    joint_accuracy: rounded(share(results, isJointlyRight)),
    aurc: rounded(areaUnderRiskCoverage(results)),
    ece: rounded(expectedCalibrationError(results)),
    draft_ms: {
      p50: rounded(percentile(times, 0.5)),
      p95: rounded(percentile(times, 0.95)),
      max: rounded(times.length === 0 ? null : Math.max(...times)),
    },
    replies: {
      rouge_l: rounded(mean(present(results.map((result) => result.rougeL)))),
      chrf: rounded(mean(present(results.map((result) => result.chrf)))),
    },
  };
}
