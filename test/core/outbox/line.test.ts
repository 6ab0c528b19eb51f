import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { holdForLine, nextToDeliver, releaseForLine, waitsForLine } from '#core/outbox/line.ts';
import { retryReply } from '#core/outbox/manage-outbox.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { type CoreDesk, coreDesk, incoming, lastMessageId, take } from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';

const never = new AbortController().signal;

/** A desk whose line is cut or not, and the outbox loop's steps without its sleeping. */
function desk(undoMs = 0) {
  const core: CoreDesk = coreDesk();
  const far = scriptedConnector();
  const line: { fails: ErrorCode | null; failsFor: string | null } = { fails: null, failsFor: null };
  let tries = 0;
  const deps = {
    ...core.deps,
    undoMs,
    async readAgain(conversationId: string) {
      tries++;
      if (line.fails !== null && (line.failsFor ?? conversationId) === conversationId)
        throw new AppError(line.fails, 'No line');
    },
  };
  return {
    core,
    far,
    line,
    tries: () => tries,
    async accept(name: string) {
      const mail = incoming({ subject: name, customerAddress: `${name}@example.com`, sentAt: core.time.now });
      const { id } = take(core, mail);
      core.time.now += 1_000;
      const input = { conversationId: id, draftId: null, lastMessageId: lastMessageId(core, id), text: name };
      return (await acceptDraft({ ...deps, inboxFor: named(name) }, { confirmed: 'all', ...input })).outbox;
    },
    /** Everything that is due, as the loop would; gives up where it does not come to rest. */
    async run() {
      for (let step = 0; step < 50; step++) {
        const next = nextToDeliver(deps);
        if (next === null) return;
        const tried = await deliverReply(deps, far.connector, next.id, never);
        if (tried.state === 'sent') releaseForLine(deps, next.inboxId);
        else if (waitsForLine(tried)) holdForLine(deps, tried);
      }
      throw new Error('The outbox does not come to rest');
    },
  };
}

function named(name: string): CoreDesk['deps']['inboxFor'] {
  return () => ({ ...coreDeskTraits, newRemoteId: () => name });
}
const coreDeskTraits = {
  capabilities: { provesUnsent: false, canWatch: false },
  replyRules: () => ({ maxLength: 25_000, windowMs: null, files: deskFileRules }),
  helpdesk: null,
};

test('bug: after an hour without a line replies leave in another order than they were accepted, or twice', async () => {
  const { core, far, line, accept, run } = desk();
  line.fails = 'unreachable';
  for (const name of ['one', 'two', 'three']) {
    await accept(name);
    await run();
    core.time.now += 400_000;
    await run();
  }
  expect(far.left).toEqual([]);
  line.fails = null;
  core.time.now += 900_000;
  await run();
  expect(far.left).toEqual(['one', 'two', 'three']);
});

test('bug: when the line is back each reply still waits out its own pause', async () => {
  const { core, far, line, accept, run, tries } = desk();
  line.fails = 'timed_out';
  await accept('one');
  for (let i = 0; i < 6; i++) {
    await run();
    core.time.now += 100_000;
  }
  const two = await accept('two');
  await run();
  const before = tries();
  line.fails = null;
  releaseForLine(core.deps, two.inboxId);
  await run();
  expect(far.left).toEqual(['one', 'two']);
  expect(tries() - before).toBe(2);
});

test('bug: without a line every waiting reply dials for itself', async () => {
  const { line, accept, run, tries, core } = desk();
  line.fails = 'unreachable';
  const items = [await accept('one'), await accept('two'), await accept('three')];
  await run();
  expect(tries()).toBe(1);
  const shown = items.map(({ id }) => core.db.outbox.get(id));
  expect(shown.map(({ state, problem }) => [state, problem?.code])).toEqual(
    Array.from({ length: 3 }, () => ['waiting', 'unreachable']),
  );
  expect(new Set(shown.map(({ nextTryAt }) => nextTryAt)).size).toBe(1);
});

test('bug: "try now" on a later reply lets it overtake the first', async () => {
  const { line, accept, run, far, core } = desk();
  line.fails = 'unreachable';
  await accept('one');
  const two = await accept('two');
  await run();
  line.fails = null;
  retryReply(core.deps, two.id);
  await run();
  expect(far.left).toEqual(['one', 'two']);
});

test('bug: "try now" on the first reply sends the second before it', async () => {
  const { line, accept, run, far, core } = desk();
  line.fails = 'unreachable';
  const one = await accept('one');
  await accept('two');
  await run();
  line.fails = null;
  retryReply(core.deps, one.id);
  await run();
  expect(far.left).toEqual(['one', 'two']);
});

test('bug: a server that asked for a pause is asked again because another reply was accepted', async () => {
  const { line, accept, run, far, core, tries } = desk();
  line.fails = 'rate_limited';
  const one = await accept('one');
  await run();
  line.fails = null;
  await accept('two');
  await run();
  expect([tries(), far.left]).toEqual([1, []]);
  core.time.now = core.db.outbox.get(one.id).nextTryAt ?? 0;
  await run();
  expect(far.left).toEqual(['one', 'two']);
});

test('bug: a reply the server chokes on holds up every other for ever', async () => {
  const { line, accept, run, far, core } = desk();
  const stuck = await accept('stuck');
  line.fails = 'remote_failed';
  line.failsFor = stuck.conversationId;
  await accept('other');
  for (let i = 0; i < 6; i++) {
    await run();
    core.time.now += 90_000;
  }
  expect(far.left).toEqual(['other']);
});

test('bug: a reply in its moments of second thoughts leaves early when the line comes back', async () => {
  const { accept, run, far, core } = desk(6_000);
  const item = await accept('one');
  releaseForLine(core.deps, item.inboxId);
  await run();
  expect(far.left).toEqual([]);
  core.time.now += 6_000;
  await run();
  expect(far.left).toEqual(['one']);
});

test('bug: a line that was down makes the desk forget that a reply may have left, or think so of another', async () => {
  const { core, accept } = desk();
  const one = await accept('one');
  const two = await accept('two');
  const problem = { code: 'unreachable' as const, message: '', detail: { uncertainSends: 2 } };
  const tried = { ...one, problem, attempts: 1, nextTryAt: core.time.now + 60_000 };
  core.db.outbox.save(tried);
  holdForLine(core.deps, tried);
  expect(core.db.outbox.get(two.id).problem).toEqual({ code: 'unreachable', message: '', detail: {} });
  releaseForLine(core.deps, one.inboxId);
  const problemOfReply = (id: string) => core.db.outbox.get(id).problem;
  expect(problemOfReply(one.id)).toMatchObject({ code: 'send_uncertain', detail: { uncertainSends: 2 } });
  expect(problemOfReply(two.id)).toBeNull();
});
