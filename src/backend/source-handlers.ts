import path from 'node:path';
import { addSource, removeSource } from '#core/sources/manage-sources.ts';
import { changeOf } from '#core/sources/plan-changes.ts';
import { planReading } from '#core/sources/plan-reading.ts';
import { type Plan, summaryOf, writes } from '#core/sources/plan-source.ts';
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

type SourceRequest = Extract<keyof Handlers, `source.${string}`>;
type Chosen = { readonly kind: 'file' | 'folder'; readonly path: string };

/** What was chosen in the system's dialog and may still be added. */
const mostChoices = 50;

/** Where knowledge is read from: choosing, reading, looking at what changed, taking it. */
export function sourceHandlers(desk: Desk, plans: SourcePlans): Pick<Handlers, SourceRequest> {
  const running = new Map<string, AbortController>();
  return {
    'source.list': () =>
      desk.deps.sources.list().map((source) => {
        const plan = plans.ofSource(source.id);
        return { ...source, isReading: running.has(source.id), plan: plan && summaryOf(plan, source.id) };
      }),
    ...keepingHandlers(desk),
    ...readingHandlers(desk, plans, running),
    ...planHandlers(desk, plans),
  };
}

function keepingHandlers(desk: Desk): Pick<Handlers, 'source.choose' | 'source.add' | 'source.remove'> {
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
      await removeSource(deps, input);
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
  running: Map<string, AbortController>,
): Pick<Handlers, 'source.read' | 'source.cancel'> {
  const { deps } = desk;
  return {
    'source.read': async ({ sourceId, files }, context) => {
      const { name } = deps.sources.get(sourceId);
      if (running.has(sourceId)) throw new AppError('conflict', `${name} is being read already`);
      if (files !== undefined) refuseTooLarge(files);
      const controller = new AbortController();
      const signal = AbortSignal.any([controller.signal, context.signal]);
      const progress = (done: number, total: number | null, isFinished: boolean): void =>
        deps.emit('progress.changed', { task: 'read-source', subject: name, done, total, isFinished });
      running.set(sourceId, controller);
      deps.emit('source.changed', { sourceId });
      progress(0, null, false);
      try {
        const run = { signal, onProgress: (done: number, total: number | null) => progress(done, total, false) };
        const plan = await planReading(deps, sourceId, files ?? null, run);
        plans.put(plan);
        return summaryOf(plan, sourceId);
      } catch (error) {
        if (signal.aborted) throw new AppError('cancelled', `Reading ${name} was cancelled`, { cause: error });
        throw error;
      } finally {
        running.delete(sourceId);
        progress(1, 1, true);
        deps.emit('source.changed', { sourceId });
      }
    },
    'source.cancel': ({ sourceId }) => {
      running.get(sourceId)?.abort();
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
      // Held no longer: a second click takes nothing twice.
      plans.drop(planId);
      const subject = deps.sources.get(plan.sourceId ?? '').name;
      const progress = (done: number, total: number, isFinished: boolean): void =>
        deps.emit('progress.changed', { task: 'import', subject, done, total, isFinished });
      try {
        return await takePlan(deps, plan, { ...choice, flipped: new Set(choice.flipped) }, why, (done, total) =>
          progress(done, total, false),
        );
      } finally {
        progress(1, 1, true);
      }
    },
    'source.drop': ({ planId }) => {
      const { sourceId } = plans.get(planId);
      plans.drop(planId);
      deps.emit('source.changed', { sourceId: sourceId ?? '' });
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
