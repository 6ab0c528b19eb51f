import type { EmitEvent, EventPayload } from '#shared/contract/events.ts';
import { indexTaken } from '#core/portable/index-taken.ts';
import { createRpcServer, type RpcServer } from '#shared/rpc/server.ts';
import { type DeskOptions, composeDesk } from './compose.ts';
import type { Desk } from './desk.ts';
import type { OnEmbedderChange } from './embedder-holder.ts';
import { createGate } from './gate.ts';
import { createHandlers } from './handlers.ts';
import { startBackupLoop } from './loops/backup-loop.ts';
import { type ClockLoop, startClockLoop } from './loops/clock-loop.ts';
import { type DraftLoop, startDraftLoop } from './loops/draft-loop.ts';
import { type HealthLoop, startHealthLoop } from './loops/health-loop.ts';
import { type InboxLoops, createInboxLoops } from './loops/inbox-loop.ts';
import { type IndexLoop, startIndexLoop } from './loops/index-loop.ts';
import { type OutboxLoop, startOutboxLoop } from './loops/outbox-loop.ts';
import { startStyleLoop } from './loops/style-loop.ts';
import { type WordingLoop, startWordingLoop } from './loops/wording-loop.ts';
import { noteRestore } from './note-restore.ts';
import { seedSampleStore } from './seed-sample.ts';
import { createSession } from './session.ts';
import { judgeAgain, watchPerson } from './person-switch.ts';
import { createWaker } from './waker.ts';
import { createWritings } from './writings.ts';

export type DeskLoops = {
  readonly inboxes: InboxLoops;
  readonly drafts: DraftLoop;
  readonly index: IndexLoop;
  readonly outbox: OutboxLoop;
  readonly clock: ClockLoop;
  readonly health: HealthLoop;
  readonly wording: WordingLoop;
};

export type RunningDesk = {
  readonly desk: Desk;
  readonly loops: DeskLoops;
  readonly server: RpcServer;
  /** Lets every loop end its step, then closes the database. */
  stop(): Promise<void>;
};

export type RunOptions = Omit<DeskOptions, 'emit' | 'onEmbedderChange'> & {
  /** Whether a desk without a store begins with the sample store. */
  readonly seedsSample: boolean;
  /** Whether inboxes are watched from the start; else they wait for `inboxes.refresh()`. */
  readonly watchesInboxes?: boolean;
  /** Told of what went wrong inside, for the log. */
  readonly onError: (context: string, error: unknown) => void;
};

/** A large knowledge takes minutes to embed; words find it meanwhile. */
const longestPreparationMs = 15_000;

/** Starts the whole backend: what the utility process, the command line and the tests run. */
export async function runDesk(options: RunOptions): Promise<RunningDesk> {
  // Events are wanted by loops and windows that do not exist yet when the first adapters are made.
  let listener: EmitEvent = () => undefined;
  const emit: EmitEvent = (name, payload) => listener(name, payload);
  let onEmbedderChange: OnEmbedderChange = () => undefined;
  const desk = composeDesk({ ...options, emit, onEmbedderChange: (what) => onEmbedderChange(what) });
  try {
    await desk.embedders.load();
    if (options.seedsSample) await seedSampleStore(desk);
  } catch (error) {
    await desk.close();
    throw error;
  }
  const { deps } = desk;
  const stopping = new AbortController();
  const report = (context: string) => (error: unknown) => options.onError(context, error);

  const drafts = startDraftLoop(deps, report('draft'));
  const index = startIndexLoop(
    {
      ...deps,
      embedders: desk.embedders,
      onTakenOver: () => deps.stores.list().forEach((store) => drafts.redraft(store.id)),
      setModel(storeId, model, heard) {
        const before = deps.modelOf(storeId);
        desk.setModel(storeId, model, heard);
        deps.emit('confidence.changed', { storeId });
        judgeAgain(deps, drafts, storeId, before);
      },
    },
    report('index'),
  );
  const outbox = startOutboxLoop(deps, desk.pool, report('outbox'));
  const writings = createWritings(deps);
  const loops: DeskLoops = {
    inboxes: createInboxLoops(deps, desk.pool, report('inbox'), (inboxId) => outbox.lineIsBack(inboxId)),
    drafts,
    index,
    outbox,
    clock: startClockLoop(deps, report('clock')),
    health: startHealthLoop(deps, report('health')),
    wording: startWordingLoop(deps, writings, report('wording')),
  };
  // An import that was cut goes on.
  void indexTaken(deps, stopping.signal).then((isMore) => isMore && index.relearn(), report('import'));
  const style = startStyleLoop(deps, (storeId) => drafts.redraft(storeId), report('style'));
  const backups = startBackupLoop({ ...deps, backups: desk.backups }, report('backup'));
  noteRestore(desk);
  const session = createSession(desk);
  const gate = createGate(desk, session, report('audit'));
  const server = createRpcServer(createHandlers(desk, session, loops, writings), gate, options.onError);
  const lookAtPerson = watchPerson(desk, loops);
  onEmbedderChange = (what) => (what === 'current' ? index.relearn() : index.wake());
  listener = (name, payload) => {
    server.emit(name, payload);
    try {
      if (name === 'profile.changed') lookAtPerson();
      wakeLoops(desk, loops, name, payload);
    } catch (error) {
      // What has happened has happened: who tells of it is not to fail.
      report('events')(error);
    }
  };
  const stop = async (): Promise<void> => {
    stopping.abort();
    session.stop();
    // A draft does not wait any longer for a shop.
    void desk.shopPool.close();
    void desk.modelDownloads.close();
    await Promise.all([
      loops.inboxes.stop(),
      drafts.stop(),
      index.stop(),
      loops.outbox.stop(),
      loops.clock.stop(),
      loops.health.stop(),
      loops.wording.stop(),
      style.stop(),
      backups.stop(),
    ]);
    await desk.close();
  };
  if (options.watchesInboxes ?? true) {
    // Drafts made before the knowledge is embedded would all be made again a moment later, before the agent's eyes.
    const patience = createWaker().sleep(longestPreparationMs, stopping.signal);
    void Promise.race([index.settled(), patience]).then(() => stopping.signal.aborted || loops.inboxes.refresh());
  }
  return { desk, loops, server, stop };
}

/** What follows from what happened: the one place where events lead to work. */
function wakeLoops(desk: Desk, loops: DeskLoops, name: Parameters<EmitEvent>[0], payload: unknown): void {
  switch (name) {
    case 'conversation.changed': {
      // While a pull runs the answer to a message may be on its next page: drafts wait for its end.
      const isPulling = desk.deps.inboxes.list().some((inbox) => inbox.state.phase === 'syncing');
      if (isPulling) return;
      loops.drafts.wake();
      return loops.index.judge();
    }
    case 'inbox.synced':
      loops.drafts.wake();
      return loops.index.judge();
    case 'outbox.changed':
      return loops.outbox.wake();
    case 'learned.changed': {
      // A lesson has only to be embedded; confidence is learned from outcomes, some at a time.
      loops.index.wake();
      loops.health.refresh();
      const { storeId, itemIds } = payload as EventPayload<'learned.changed'>;
      return loops.drafts.redraftTouched(storeId, itemIds);
    }
    case 'knowledge.changed':
      return knowledgeChanged(desk, loops, payload as EventPayload<'knowledge.changed'>);
    case 'draft.ready': {
      const { conversationId, draftId } = payload as EventPayload<'draft.ready'>;
      return loops.wording.add(conversationId, draftId);
    }
    case 'writing.changed':
      return loops.wording.wake();
    case 'shop.changed':
      return loops.drafts.redraft((payload as { readonly storeId: string }).storeId, true);
    default:
      return;
  }
}

function knowledgeChanged(
  desk: Desk,
  loops: DeskLoops,
  { storeId, entryIds }: EventPayload<'knowledge.changed'>,
): void {
  loops.index.relearn(entryIds?.length);
  loops.clock.wake();
  if (entryIds === null) loops.health.refresh();
  else loops.health.wake();
  // What is stale is drafted first.
  loops.drafts.wake();
  const storeIds = storeId === null ? desk.deps.stores.list().map((store) => store.id) : [storeId];
  for (const id of storeIds) {
    if (entryIds === null) loops.drafts.redraft(id);
    else loops.drafts.redraftTouched(id, entryIds);
  }
}
