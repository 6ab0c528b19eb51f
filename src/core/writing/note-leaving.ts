import type { EmitEvent } from '#shared/contract/events.ts';
import type { Problem } from '#shared/errors.ts';
import type { ModelPrice } from '#shared/model/language-model.ts';
import type { LedgerLine } from '#shared/model/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Leaving, ModelAnswer } from '../ports/language-model.ts';
import type { ConnectedModel } from '../ports/repositories/writing.ts';
import type { Database } from '../ports/repositories/index.ts';

export type LedgerDeps = Pick<Database, 'ledger'> & {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
};

/** For what something leaves. */
export type Purpose = Pick<LedgerLine, 'storeId' | 'conversationId' | 'task' | 'isLocal' | 'masked'> & {
  readonly model: Pick<ConnectedModel, 'id' | 'name'>;
};

/** How long the words of a request are kept; its line, length and digest stay, ms. */
const bodiesKeptMs = 180 * 86_400_000;

/** Writes what is about to leave into the ledger; returns the line's id. */
export function noteLeaving(deps: LedgerDeps, { model, ...purpose }: Purpose, { host, bytes }: Leaving): string {
  const id = deps.ids.newId();
  const open = { problem: null, inputTokens: null, outputTokens: null, cost: null, currency: null, endedAt: null };
  const named = { modelId: model.id, modelName: model.name, host };
  deps.ledger.append({ id, ...purpose, ...named, ...open, state: 'leaving', createdAt: deps.clock.now() }, bytes);
  deps.ledger.forgetBodies(deps.clock.now() - bodiesKeptMs);
  deps.emit('ledger.changed', { storeId: purpose.storeId });
  return id;
}

type Usage = NonNullable<ModelAnswer<unknown>['usage']>;

export type CallEnd = {
  readonly state: 'answered' | 'failed' | 'cancelled';
  readonly problem: Problem | null;
  readonly usage: Usage | null;
};

/** How a call ended: of several tries the last one so; those before it failed. */
export function noteEnd(deps: LedgerDeps, lineIds: readonly string[], price: ModelPrice | null, end: CallEnd): void {
  lineIds.forEach((lineId, i) => {
    const isLast = i === lineIds.length - 1;
    const usage = isLast ? end.usage : null;
    deps.ledger.end(lineId, {
      state: isLast ? end.state : 'failed',
      problem: isLast ? end.problem : null,
      inputTokens: usage?.inputTokens ?? null,
      outputTokens: usage?.outputTokens ?? null,
      cost: usage === null || price === null ? null : costOf(usage, price),
      currency: price?.currency ?? null,
      endedAt: deps.clock.now(),
    });
  });
  if (lineIds.length > 0) deps.emit('ledger.changed', { storeId: null });
}

function costOf({ inputTokens, outputTokens }: Usage, price: ModelPrice): number {
  return (inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1_000_000;
}
