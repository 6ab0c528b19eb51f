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
import { runEval } from './run-eval.ts';

const window = 100;

/** `deskside eval`: measures answers on a set, on a database made for it. Prints one JSON object. */
export async function evalCommand(
  context: CommandContext,
  options: {
    readonly kb: string;
    readonly queries: string;
    readonly learn: boolean;
    readonly limit: number;
    readonly model: string | undefined;
  },
): Promise<void> {
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
      isLearning: options.learn,
      limit: options.limit,
      onProgress: context.note,
    });
    context.print(
      JSON.stringify(
        {
          embedder: desk.embedders.state().id ?? 'none',
          ...figuresOf(run.results),
          ...(options.learn ? { ece_after_200: rounded(expectedCalibrationError(run.results.slice(200))) } : {}),
          entries: run.entries,
          import_ms: Math.round(run.importMs),
          ...(options.learn ? { curve: curveOf(run.results) } : {}),
        },
        null,
        2,
      ),
    );
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

function curveOf(results: readonly QueryResult[]) {
  const windows = [];
  for (let from = 0; from < results.length; from += window) {
    const part = results.slice(from, from + window);
    const inScope = part.filter((result) => result.isInScope);
    windows.push({
      from,
      to: from + part.length,
      joint_accuracy: rounded(share(part, isJointlyRight)),
      in_scope_right: rounded(share(inScope, (result) => result.isAnswered && result.isTopRight)),
      precision: rounded(
        share(
          part.filter((result) => result.isAnswered),
          (result) => result.isTopRight,
        ),
      ),
      kept_ratio: rounded(mean(part.flatMap((result) => (result.keptShare === null ? [] : [result.keptShare])))),
    });
  }
  return windows;
}
