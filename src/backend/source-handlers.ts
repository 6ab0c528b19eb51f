import path from 'node:path';
import { addSource, removeSource } from '#core/sources/manage-sources.ts';
import { changeOf } from '#core/sources/plan-changes.ts';
import { planReading } from '#core/sources/plan-reading.ts';
import { type HeldPlan, type Plan, summaryOf, writes } from '#core/sources/plan-source.ts';
import type { GivenFile } from '#core/sources/read-source.ts';
import { takePlan } from '#core/sources/take-plan.ts';
import { AppError, assertNever } from '#shared/errors.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import { type NewSource, mostGivenBytes } from '#shared/contract/source.ts';
import { largestImport } from '#shared/model/knowledge.ts';
import { type SourceSettings, readableExtensions } from '#shared/model/source.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import type { SourcePlans } from './source-plans.ts';
import { type SourceWork, createSourceWork } from './source-work.ts';

type SourceRequest = Extract<keyof Handlers, `source.${string}`>;
type Chosen = { readonly kind: 'file' | 'folder'; readonly path: string };

/** What was chosen in the system's dialog and may still be added. */
const mostChoices = 50;

/** Where knowledge is read from: choosing, reading, looking at what changed, taking it. */
export function sourceHandlers(desk: Desk, plans: SourcePlans): Pick<Handlers, SourceRequest> {
  const sourceWork = createSourceWork();
  return {
    'source.list': () =>
      desk.deps.sources.list().map((source) => {
        const plan = plans.ofSource(source.id);
        return { ...source, isReading: sourceWork.isReading(source.id), plan: plan && summaryOf(plan, source.id) };
      }),
    ...keepingHandlers(desk, plans, sourceWork),
    ...readingHandlers(desk, plans, sourceWork),
    ...planHandlers(desk, plans, sourceWork),
  };
}

function keepingHandlers(
  desk: Desk,
  plans: SourcePlans,
  sourceWork: SourceWork,
): Pick<Handlers, 'source.choose' | 'source.add' | 'source.remove'> {
  const { deps } = desk;
  const choices = new Map<string, Chosen>();
  return {
    'source.choose': async ({ what }) => {
      const chosen = await desk.host.fileDialog.choose(
        what === 'folder' ? { what } : { what, extensions: [...readableExtensions] },
      );
      if (chosen === null) return null;
      const choiceId = deps.ids.newId();
      choices.set(choiceId, { kind: what, path: chosen });
      const [oldest] = choices.keys();
      if (choices.size > mostChoices && oldest !== undefined) choices.delete(oldest);
      return { choiceId, name: path.basename(chosen) };
    },
    'source.add': ({ place, name, settings }) =>
      addSource(deps, { place: placed(desk, place), name, settings: settingsOf(desk, choices, settings) }),
    'source.remove': async (input) => {
      const { sourceId } = input;
      await sourceWork.run(sourceId, 'remove', async () => {
        await removeSource(deps, input);
        const plan = plans.ofSource(sourceId);
        if (plan !== null) plans.drop(plan.id);
      });
      return {};
    },
  };
}

/** A place that is there. Errors: `not_found`, `invalid_input`. */
function placed({ deps }: Desk, place: { readonly storeId: string | null; readonly setId: string | null }) {
  if (place.storeId !== null && place.setId !== null)
    throw new AppError('invalid_input', 'Entries of a set belong to no store', { detail: { field: 'place' } });
  if (place.storeId !== null) deps.stores.get(place.storeId);
  if (place.setId !== null) deps.sets.get(place.setId);
  return place;
}

function settingsOf({ deps }: Desk, choices: ReadonlyMap<string, Chosen>, asked: NewSource): SourceSettings {
  switch (asked.kind) {
    case 'given':
      return { kind: 'file', path: null };
    case 'chosen': {
      const chosen = choices.get(asked.choiceId);
      if (chosen === undefined)
        throw new AppError('not_found', 'It has to be chosen again', { detail: { what: 'choice' } });
      return chosen;
    }
    case 'inbox':
    case 'macros':
      deps.inboxes.get(asked.inboxId);
      return asked;
    case 'site':
    case 'address':
      return asked;
    default:
      return assertNever(asked);
  }
}

function readingHandlers(
  desk: Desk,
  plans: SourcePlans,
  sourceWork: SourceWork,
): Pick<Handlers, 'source.read' | 'source.cancel'> {
  const { deps } = desk;
  return {
    'source.read': async ({ sourceId, files }, context) => {
      const { name } = deps.sources.get(sourceId);
      if (files !== undefined) refuseTooLarge(files);
      const progress = (done: number, total: number | null, isFinished: boolean): void =>
        deps.emit('progress.changed', { task: 'read-source', subject: name, done, total, isFinished });
      const read = async (ended: AbortSignal): Promise<HeldPlan> => {
        const signal = AbortSignal.any([ended, context.signal]);
        deps.emit('source.changed', { sourceId });
        progress(0, null, false);
        try {
          const run = { signal, onProgress: (done: number, total: number | null) => progress(done, total, false) };
          const plan = await planReading(deps, sourceId, files ?? null, run);
          signal.throwIfAborted();
          plans.put(plan);
          return plan;
        } catch (error) {
          if (signal.aborted) throw new AppError('cancelled', `Reading ${name} was cancelled`, { cause: error });
          throw error;
        } finally {
          progress(1, 1, true);
        }
      };
      const started = sourceWork.run(sourceId, 'read', read);
      try {
        return summaryOf(await started, sourceId);
      } finally {
        deps.emit('source.changed', { sourceId });
      }
    },
    'source.cancel': ({ sourceId }) => {
      sourceWork.cancelRead(sourceId);
      return {};
    },
  };
}

function refuseTooLarge(files: readonly GivenFile[]): void {
  let together = 0;
  for (const { name, bytes } of files) {
    together += bytes.byteLength;
    if (bytes.byteLength > largestImport || together > mostGivenBytes)
      throw new AppError('file_too_large', `${name} is too large`, { detail: { file: name } });
  }
}

function planHandlers(
  desk: Desk,
  plans: SourcePlans,
  sourceWork: SourceWork,
): Pick<Handlers, 'source.changes' | 'source.take' | 'source.drop'> {
  const { deps } = desk;
  return {
    'source.changes': ({ planId, only, offset, limit }) => {
      const ids = idsOf(plans.get(planId), only);
      const { changes } = plans.get(planId);
      const items = ids.slice(offset, offset + limit).flatMap((id) => {
        const change = changes[id];
        return change === undefined ? [] : [changeOf(change, id)];
      });
      return { items, total: ids.length };
    },
    'source.take': async ({ planId, choice, why }) => {
      const plan = plans.get(planId);
      const subject = deps.sources.get(plan.sourceId).name;
      const progress = (done: number, total: number, isFinished: boolean): void =>
        deps.emit('progress.changed', { task: 'import', subject, done, total, isFinished });
      return sourceWork.run(plan.sourceId, 'take', async () => {
        // Held no longer: a second click takes nothing twice.
        plans.drop(planId);
        try {
          return await takePlan(deps, plan, { ...choice, flipped: new Set(choice.flipped) }, why, (done, total) =>
            progress(done, total, false),
          );
        } finally {
          progress(1, 1, true);
        }
      });
    },
    'source.drop': ({ planId }) => {
      const { sourceId } = plans.get(planId);
      plans.drop(planId);
      deps.emit('source.changed', { sourceId });
      return {};
    },
  };
}

function idsOf({ changes }: Plan, only: ParsedInput<'source.changes'>['only']): readonly number[] {
  return changes.flatMap((change, id) => {
    if (only === 'writes') return writes(change) ? [id] : [];
    if (only === 'unsure') return change.isUnsure && writes(change) ? [id] : [];
    return only === null || change.change === only ? [id] : [];
  });
}
