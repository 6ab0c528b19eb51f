import { describe, expect, test } from 'vitest';
import type { GivenFile } from '#core/outbox/reply-files.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import type { StartDouble } from '#test/support/doubles/inbox-double.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { systems } from './systems.ts';

const random = seededRandom(18);
const noise = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => Math.floor(random.next() * 256));
/** Bytes of every kind, and names that a header, a form or an address could break on. */
const files: readonly GivenFile[] = [
  { name: 'Größe & "Maße" 尺寸表.pdf', contentType: 'application/pdf', bytes: noise(70_000) },
  { name: "it's 100% = a+b; c.txt", contentType: 'text/plain', bytes: Buffer.from('one\r\ntwo\nthree\r\n--\r\n.\r\n') },
  { name: 'empty lines', contentType: '', bytes: Buffer.from('\r\n\r\n\0\r\n') },
];

async function opened(start: StartDouble): Promise<DoubleDesk> {
  const at = await doubleDesk(start);
  at.double.addConversation('ann', ['Which size fits?', 'A moment.', 'Hello?']);
  at.double.addConversation('bo', ['Which size fits?']);
  await at.sync();
  return at;
}

function expectArrived(at: DoubleDesk, threadId: string): void {
  const arrived = at.double.filesIn(threadId);
  expect(arrived.map(({ name }) => name)).toEqual([
    'Größe & _Maße_ 尺寸表.pdf',
    "it's 100% = a+b; c.txt",
    'empty lines',
  ]);
  expect(arrived.map(({ contentType }) => contentType)).toEqual([
    'application/pdf',
    'text/plain',
    'application/octet-stream',
  ]);
  for (const [i, { bytes }] of arrived.entries()) expect(bytes.equals(files[i]?.bytes ?? Buffer.of())).toBe(true);
}

describe.each(systems)('%s', (_name, start) => {
  test('bug: a file arrives changed, under another name, or not at all', async () => {
    const at = await opened(start);
    const item = await at.accept('1', 'The table is attached.', files);
    expect((await at.deliver(item)).state).toBe('sent');
    expectArrived(at, '1');
    expect(at.double.repliesIn('1')).toEqual(['The table is attached.']);
    expect(at.double.filesIn('2')).toEqual([]);
    const said = at.desk.db.conversations.messages(at.conversationIn('1')).at(-1);
    expect(said?.attachments.map(({ size }) => size)).toEqual(files.map(({ bytes }) => bytes.byteLength));
    await at.end();
  });

  test.each(['time_out_after', 'reset_after', 'server_error_after', 'truncated_json'] as const)(
    'bug: %s after the reply left sends its files a second time',
    async (fault) => {
      const at = await opened(start);
      const item = await at.accept('1', 'The table is attached.', files);
      at.double.setFault(fault, { on: 'sending', thread: '1', times: 1 });
      expect((await at.deliver(item)).state).toBe('uncertain');
      at.double.clearFaults();
      expect((await at.deliverToTheEnd(item)).state).toBe('sent');
      expect(at.double.repliesIn('1')).toHaveLength(1);
      expectArrived(at, '1');
      await at.end();
    },
  );

  test('bug: a reply that never left loses its files on the next try', async () => {
    const at = await opened(start);
    const item = await at.accept('1', 'The table is attached.', files);
    at.double.setFault('time_out_before', { on: 'sending', thread: '1', times: 1 });
    await at.deliver(item);
    at.double.clearFaults();
    expect((await at.deliverToTheEnd(item)).state).toBe('sent');
    expect(at.double.repliesIn('1')).toHaveLength(1);
    expectArrived(at, '1');
    await at.end();
  });

  test('bug: a reply leaves without a file that could not be handed over, or nobody is told', async () => {
    const at = await opened(start);
    const item = await at.accept('1', 'The table is attached.', files);
    // The first file may pass, a later one is refused; where one request carries all, it is that.
    at.double.setFault('permission_refused', { on: 'sending' });
    const held = await at.deliver(item);
    expect(held).toMatchObject({ state: 'waiting', problem: { code: 'refused_permission' } });
    expect(at.double.repliesIn('1')).toEqual([]);
    expect(at.desk.db.outbox.pending().map(({ id }) => id)).toEqual([item.id]);
    at.double.clearFaults();
    expect((await at.deliverToTheEnd(item)).state).toBe('sent');
    expectArrived(at, '1');
    await at.end();
  });

  test('bug: a reply leaves with some of its files where a later one is refused', async () => {
    const at = await opened(start);
    const item = await at.accept('1', 'The table is attached.', files);
    // Where one request carries all, none is refused.
    at.double.setFault('permission_refused', { on: 'sending', after: 1 });
    const { state } = await at.deliver(item);
    expect(at.double.repliesIn('1')).toHaveLength(state === 'sent' ? 1 : 0);
    at.double.clearFaults();
    expect((await at.deliverToTheEnd(item)).state).toBe('sent');
    expect(at.double.repliesIn('1')).toHaveLength(1);
    expectArrived(at, '1');
    await at.end();
  });

  test('bug: a channel that would lose files is offered them', async () => {
    const at = await opened(start);
    for (const channel of ['whatsapp', 'instagram', 'sms'] as const)
      expect(at.connector.replyRules(channel).files).toEqual({ canSend: false, why: 'channel' });
    for (const channel of [null, 'email', 'chat'] as const)
      expect(at.connector.replyRules(channel).files).toMatchObject({ canSend: true });
    await at.end();
  });
});
