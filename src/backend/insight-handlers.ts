import { writeFile } from 'node:fs/promises';
import { dismissAlarm, listAlarms, restoreAlarm } from '#core/insights/drift/list-alarms.ts';
import { exportInsights } from '#core/insights/export-insights.ts';
import { mayManageAlarms, mayChooseComparison } from '#core/insights/figures-for.ts';
import { listOutcomes } from '#core/insights/list-outcomes.ts';
import { createOutcomeFacts } from '#core/insights/outcome-facts.ts';
import { reportCoverage } from '#core/insights/report-coverage.ts';
import { reportInsights } from '#core/insights/report-insights.ts';
import { dayOf } from '#core/portable/make-daily-backup.ts';
import { setComparison } from '#core/stores/save-settings.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import { freeName } from './free-name.ts';

const outcomesShown = 500;

/** Figures, the outcomes behind them, alarms and exports; whose, the use cases decide by who works at the desk. */
export function insightHandlers(desk: Desk) {
  const { host } = desk;
  const deps = { ...desk.deps, facts: createOutcomeFacts(desk.deps) };
  return {
    'insight.coverage': (input) => reportCoverage(deps, input),
    'insight.report': (query) => reportInsights(deps, query, desk.profile()),
    'insight.outcomes': async (wanted) => [...(await listOutcomes(deps, wanted, desk.profile(), outcomesShown))],
    'insight.drift': async ({ storeId }) => [...(await listAlarms(deps, storeId, desk.profile()))],
    'insight.dismissDrift': ({ key }) => {
      mayManageAlarms(desk.profile());
      dismissAlarm(deps, key, deps.person());
      return {};
    },
    'insight.restoreDrift': ({ key }) => {
      mayManageAlarms(desk.profile());
      restoreAlarm(deps, key);
      return {};
    },
    'insight.setComparison': ({ storeId, comparesPeople }) => {
      mayChooseComparison(desk.profile());
      setComparison(deps, storeId, comparesPeople);
      return {};
    },
    'insight.export': async (input) => {
      const tables = await exportInsights(deps, input, desk.profile());
      const folder = await host.fileDialog.choose({ what: 'folder' });
      if (folder === null) return null;
      const name = `deskside-insights-${dayOf(deps.clock.now())}`;
      const files: string[] = [];
      for (const [part, text] of Object.entries(tables)) files.push(await written(folder, `${name}-${part}`, text));
      return { files };
    },
  } satisfies Partial<Handlers>;
}

async function written(folder: string, name: string, text: string): Promise<string> {
  const file = freeName(folder, name, '.csv');
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    throw new AppError('file_unwritable', `${file} cannot be written`, { cause, detail: { file } });
  }
  return file;
}
