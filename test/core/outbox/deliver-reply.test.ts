import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { cancelReply, retryReply, stopLooking } from '#core/outbox/manage-outbox.ts';
import { AppError, type ErrorCode, errorCodes } from '#shared/errors.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import {
  type CoreDesk,
  coreDesk,
  conversationOf,
  incoming,
  lastMessageId,
  noon,
  take,
} from '#test/support/core-desk.ts';
import {
  Crash,
  type LookStep,
  type ScriptedConnector,
  type SendStep,
  scriptedConnector,
} from '#test/support/scripted-connector.ts';

const never = new AbortController().signal;
const mail = incoming({ remoteId: 'question', sentAt: noon - 60_000 });

async function deskWithReply(): Promise<{ readonly desk: CoreDesk; readonly item: OutboxItem }> {
  const desk = coreDesk();
  const { id } = take(desk, mail);
  const { outbox } = await acceptDraft(desk.deps, {
    confirmed: 'all',
    conversationId: id,
    draftId: null,
    lastMessageId: lastMessageId(desk, id),
    text: 'Three days.',
  });
  return { desk, item: outbox };
}

const deliver = (desk: CoreDesk, far: ScriptedConnector, item: OutboxItem): Promise<OutboxItem> =>
  deliverReply(desk.deps, far.connector, item.id, never);

test('bug: a reply that left is no message of its thread, or its conversation still waits', async () => {
  const { desk, item } = await deskWithReply();
  const far = scriptedConnector();
  expect(await deliver(desk, far, item)).toMatchObject({ state: 'sent', problem: null });
  expect(far.replies[0]).toMatchObject({
    toAddress: 'marta@example.com',
    body: 'Three days.',
    inReplyTo: 'question',
    references: ['question'],
  });
  expect(desk.db.conversations.messages(item.conversationId).at(-1)).toMatchObject({
    role: 'agent',
    remoteId: item.remoteId,
  });
  expect(conversationOf(desk, 'question').status).toBe('answered');
  await deliver(desk, far, item);
  expect(far.left).toHaveLength(1);
});

test('bug: the copy of the reply that a later pull brings is a second message', async () => {
  const { desk, item } = await deskWithReply();
  await deliver(desk, scriptedConnector(), item);
  take(desk, incoming({ remoteId: item.remoteId, role: 'agent', references: ['question'] }));
  expect(desk.db.conversations.messages(item.conversationId)).toHaveLength(2);
});

test.each([false, true])(
  'bug: a reply that the inbox named itself comes a second time (line lost: %s)',
  async (isLost) => {
    const { desk, item } = await deskWithReply();
    const sends: SendStep[] = isLost ? [{ kind: 'losesLine', hasLeft: true }] : [];
    const far = scriptedConnector({ sends }, { givenId: '4711' });
    await deliver(desk, far, item);
    expect((await deliver(desk, far, item)).state).toBe('sent');
    take(desk, incoming({ remoteId: '4711', role: 'agent', references: ['question'] }));
    expect(desk.db.conversations.messages(item.conversationId)).toHaveLength(2);
  },
);

test('bug: a reply leaves sooner than the inbox asked for', async () => {
  const { desk, item } = await deskWithReply();
  const error = new AppError('rate_limited', 'Later', { detail: { retryAfterMs: 600_000 } });
  const far = scriptedConnector({ sends: [{ kind: 'failsAfter', error, hasLeft: false }] });
  expect((await deliver(desk, far, item)).nextTryAt).toBe(desk.time.now + 600_000);
});

test('bug: what the customer wrote while the reply waited for its line counts as answered', async () => {
  const { desk, item } = await deskWithReply();
  take(desk, incoming({ remoteId: 'second', references: ['question'], sentAt: noon + 60_000 }));
  desk.time.now = noon + 600_000;
  await deliver(desk, scriptedConnector(), item);
  // It is held; the agent reads what came and sends it all the same.
  retryReply(desk.deps, item.id);
  expect((await deliver(desk, scriptedConnector(), item)).state).toBe('sent');
  expect(conversationOf(desk, 'question')).toMatchObject({ status: 'unanswered', waitingSince: noon + 60_000 });
});

const refusals: readonly ErrorCode[] = [
  'refused_by_server',
  'not_found',
  'invalid_input',
  'unsupported',
  'files_refused',
];
const known: readonly ErrorCode[] = [
  ...refusals,
  'refused_credentials',
  'refused_permission',
  'rate_limited',
  'remote_failed',
  'conflict',
];

test.each(errorCodes)('bug: a reply that %s keeps from leaving is lost', async (code) => {
  const { desk, item } = await deskWithReply();
  const far = scriptedConnector({ sends: [{ kind: 'failsBefore', error: new AppError(code, 'No') }] });
  const after = await deliver(desk, far, item);
  expect(after.state).toBe(refusals.includes(code) ? 'failed' : 'waiting');
  expect(after.problem?.code).toBe(code);
  if (after.state === 'failed') retryReply(desk.deps, item.id);
  expect((await deliver(desk, far, item)).state).toBe('sent');
  expect(far.left).toHaveLength(1);
});

test.each([...errorCodes.map((code) => new AppError(code, 'No')), new TypeError('a bug in the connector')])(
  'bug: a reply that may have left is sent again after: %s',
  async (error) => {
    const { desk, item } = await deskWithReply();
    const far = scriptedConnector({ sends: [{ kind: 'failsAfter', error, hasLeft: false }] });
    const { state } = await deliver(desk, far, item);
    const isFinal = error instanceof AppError && refusals.includes(error.code);
    expect(state).toBe(isFinal ? 'failed' : isRefusal(error) ? 'waiting' : 'uncertain');
  },
);

test('bug: a reply that has left is sent again because noting it failed', async () => {
  const { desk, item } = await deskWithReply();
  const far = scriptedConnector();
  const conversations = {
    ...desk.db.conversations,
    addMessage: () => {
      throw new AppError('database_busy', 'Busy');
    },
  };
  await expect(deliverReply({ ...desk.deps, conversations }, far.connector, item.id, never)).rejects.toThrow('Busy');
  expect(desk.db.outbox.get(item.id).state).toBe('sending');
  expect((await deliver(desk, far, item)).state).toBe('sent');
  expect(far.left).toHaveLength(1);
});

test('bug: the reply of an inbox that was removed meanwhile is never noted as sent', async () => {
  const { desk, item } = await deskWithReply();
  const far = scriptedConnector({}, { onOpening: () => desk.db.inboxes.remove(desk.inbox.id, noon) });
  expect((await deliver(desk, far, item)).state).toBe('sent');
});

test('bug: a reply taken back while the line was opened leaves all the same', async () => {
  const { desk, item } = await deskWithReply();
  const far = scriptedConnector({}, { onOpening: () => cancelReply(desk.deps, item.id) });
  expect((await deliver(desk, far, item)).state).toBe('cancelled');
  expect(far.left).toHaveLength(0);
  expect((await deliver(desk, far, item)).state).toBe('cancelled');
});

test('bug: two deliveries at once send twice', async () => {
  const { desk, item } = await deskWithReply();
  const far = scriptedConnector();
  await Promise.all([deliver(desk, far, item), deliver(desk, far, item)]);
  expect(far.left).toHaveLength(1);
  expect(desk.db.outbox.get(item.id).state).toBe('sent');
});

test('bug: an uncertain reply is looked for without end, or given up at once', async () => {
  const { desk, item } = await deskWithReply();
  const far = scriptedConnector({ sends: [{ kind: 'losesLine', hasLeft: false }] });
  const states: string[] = [];
  while (states.at(-1) !== 'failed' && states.length < 20) states.push((await deliver(desk, far, item)).state);
  expect(states).toEqual(['uncertain', 'uncertain', 'uncertain', 'uncertain', 'failed']);
  expect(desk.db.outbox.get(item.id).problem?.code).toBe('send_uncertain');
});

test('bug: a retry of what nobody knows to have left sends it without another look', async () => {
  const { desk, item } = await deskWithReply();
  const looks: LookStep[] = [{ kind: 'fails', code: 'unreachable' }];
  const far = scriptedConnector({ sends: [{ kind: 'losesLine', hasLeft: true }], looks });
  await deliver(desk, far, item);
  const uncertain = desk.db.outbox.get(item.id);
  desk.db.outbox.save({ ...uncertain, state: 'failed', problem: { code: 'send_uncertain', message: '', detail: {} } });
  retryReply(desk.deps, item.id);
  expect(await deliver(desk, far, item)).toMatchObject({ state: 'waiting', problem: { code: 'send_uncertain' } });
  expect((await deliver(desk, far, item)).state).toBe('sent');
  expect(far.left).toHaveLength(1);
});

test('bug: a broken line is dialled in a storm while a reply is uncertain', async () => {
  const { desk, item } = await deskWithReply();
  const looks: LookStep[] = Array.from({ length: 9 }, () => ({ kind: 'fails', code: 'refused_credentials' }));
  const far = scriptedConnector({ sends: [{ kind: 'losesLine', hasLeft: true }], looks });
  await deliver(desk, far, item);
  const pauses: number[] = [];
  for (let i = 0; i < 9; i++) pauses.push(((await deliver(desk, far, item)).nextTryAt ?? 0) - desk.time.now);
  expect(Math.min(...pauses.slice(1))).toBeGreaterThanOrEqual(60_000);
  expect((await deliver(desk, far, item)).state).toBe('sent');
});

const isRefusal = (error: unknown): boolean => error instanceof AppError && known.includes(error.code);
const anyCode = fc.constantFrom(...errorCodes);
const anyError = fc.oneof(
  anyCode.map((code) => new AppError(code, 'No')),
  fc.constant(new TypeError('bug')),
);
/** A connector keeps the promise of its port: a refusal after the start means that nothing left. */
const anySend: fc.Arbitrary<SendStep> = fc.oneof(
  fc.record({ kind: fc.constant('failsBefore' as const), error: anyError }),
  fc
    .record({ kind: fc.constant('failsAfter' as const), error: anyError, hasLeft: fc.boolean() })
    .map((step) => ({ ...step, hasLeft: step.hasLeft && !isRefusal(step.error) })),
  fc.record({ kind: fc.constantFrom('losesLine' as const, 'dies' as const), hasLeft: fc.boolean() }),
  fc.constant<SendStep>({ kind: 'takes' }),
);
const anyLook: fc.Arbitrary<LookStep> = fc.oneof(
  fc.constant<LookStep>({ kind: 'truth' }),
  anyCode.map((code): LookStep => ({ kind: 'fails', code })),
);
/** A server that answers each reply with 5xx, whether it took it or not. */
const everySend: fc.Arbitrary<readonly SendStep[]> = fc
  .boolean()
  .map((hasLeft) => Array.from({ length: 200 }, (): SendStep => ({ kind: 'losesLine', hasLeft })));
const anyPerson = fc.array(fc.constantFrom('none', 'none', 'none', 'retry', 'stop', 'cancel'), { maxLength: 12 });

test('bug: some row of failures sends a reply twice, loses it, or lets one leave that was taken back', async () => {
  const scripts = fc.record({
    sends: fc.oneof(fc.array(anySend, { maxLength: 6 }), everySend),
    looks: fc.array(anyLook, { maxLength: 6 }),
    person: anyPerson,
    provesUnsent: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(scripts, async ({ sends, looks, person, provesUnsent }) => {
      const { desk, item } = await deskWithReply();
      const far = scriptedConnector({ sends, looks }, { provesUnsent });
      let leftWhenCancelled: number | null = null;
      let retries = 0;
      for (let round = 0; round < 30; round++) {
        await oneLife(desk, far, item);
        const { state } = desk.db.outbox.get(item.id);
        const act = person[round] ?? (state === 'failed' && round < 25 ? 'retry' : 'none');
        if (act === 'retry' && attempt(() => retryReply(desk.deps, item.id))) retries++;
        if (act === 'stop') attempt(() => stopLooking(desk.deps, item.id));
        if (act === 'cancel' && attempt(() => cancelReply(desk.deps, item.id))) leftWhenCancelled ??= far.left.length;
      }
      const end = desk.db.outbox.get(item.id);
      expect(far.left.length).toBeLessThanOrEqual(1);
      if (sends.length > 6) expect(far.replies.length).toBeLessThanOrEqual(4 * (retries + 1));
      if (leftWhenCancelled !== null) expect(far.left.length).toBe(leftWhenCancelled);
      expect(['sent', 'failed', 'waiting', 'uncertain', 'cancelled']).toContain(end.state);
      if (end.state === 'sent') expect(far.left).toHaveLength(1);
      if (end.state === 'failed') expect(end.problem).not.toBeNull();
      if (end.state === 'cancelled') expect(leftWhenCancelled).not.toBeNull();
      const isInThread = desk.db.conversations.hasMessage(desk.inbox.id, item.remoteId);
      expect(isInThread).toBe(end.state === 'sent');
      desk.db.close();
    }),
    { numRuns: 150 },
  );
});

/** Delivers once; where the script lets the program die, nothing after that point runs, as after kill -9. */
async function oneLife(desk: CoreDesk, far: ScriptedConnector, item: OutboxItem): Promise<void> {
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (die = resolve));
  const send: typeof far.connector.send = async (reply, signal, onLeaving) => {
    try {
      return await far.connector.send(reply, signal, onLeaving);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      die();
      return new Promise<never>(() => undefined);
    }
  };
  await Promise.race([deliverReply(desk.deps, { ...far.connector, send }, item.id, never), death]);
}

function attempt(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false;
    throw error;
  }
}
