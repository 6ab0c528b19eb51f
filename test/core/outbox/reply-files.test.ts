import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { saveMacro } from '#core/macros/save-macro.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { cancelReply, retryReply } from '#core/outbox/manage-outbox.ts';
import { attachFile, attachMacroFiles, dropUnusedFiles, keepFile, removeFile } from '#core/outbox/reply-files.ts';
import { AppError } from '#shared/errors.ts';
import { mostFileBytes, mostFiles, safeContentType, safeFileName } from '#shared/model/reply-file.ts';
import { errorFrom } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, lastMessageId, take } from '#test/support/core-desk.ts';
import { macroContent } from '#test/support/macro-content.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';

const never = new AbortController().signal;
const day = 24 * 3_600_000;
const file = (text: string, name = `${text}.txt`) => ({ name, contentType: 'text/plain', bytes: Buffer.from(text) });

function asked(): { readonly desk: CoreDesk; readonly conversationId: string } {
  const desk = coreDesk();
  return { desk, conversationId: take(desk, incoming()).id };
}

async function accepted(desk: CoreDesk, conversationId: string, files: readonly string[]) {
  const seen = lastMessageId(desk, conversationId);
  const input = { conversationId, draftId: null, lastMessageId: seen, text: 'The table is attached.', files };
  return (await acceptDraft(desk.deps, { confirmed: 'all', ...input })).outbox;
}

test('bug: a file is kept twice, or attached twice under two names', () => {
  const { desk, conversationId } = asked();
  attachFile(desk.deps, { conversationId, ...file('sizes') });
  const [only, ...others] = attachFile(desk.deps, { conversationId, ...file('sizes', 'again.txt') });
  expect(others).toEqual([]);
  expect(only?.name).toBe('sizes.txt');
  expect(desk.db.files.ofWork(conversationId)).toEqual([only]);
});

test('bug: files of a half-written reply are gone before its text is, or never', () => {
  const { desk, conversationId } = asked();
  const attached = attachFile(desk.deps, { conversationId, ...file('sizes') });
  desk.time.now += 29 * day;
  dropUnusedFiles(desk.deps);
  expect(desk.db.files.ofWork(conversationId)).toEqual(attached);
  expect(Buffer.from(desk.db.files.bytes(attached[0]?.sha256 ?? '') ?? []).toString()).toBe('sizes');
  desk.time.now += 2 * day;
  expect(dropUnusedFiles(desk.deps)).toBe(1);
  expect(desk.db.files.ofWork(conversationId)).toEqual([]);
});

test('bug: an empty file, one that is too large or one too many is taken', () => {
  const { desk, conversationId } = asked();
  const refusal = (given: { name: string; contentType: string; bytes: Uint8Array }) =>
    errorFrom(() => attachFile(desk.deps, { conversationId, ...given })).detail;
  expect(refusal(file('', 'a.txt'))).toEqual({ reason: 'empty', file: 'a.txt' });
  const large = { name: 'film.mp4', contentType: 'video/mp4', bytes: new Uint8Array(mostFileBytes + 1) };
  expect(refusal(large)).toEqual({ reason: 'too_large', file: 'film.mp4', max: mostFileBytes });
  const half = (first: number) => new Uint8Array(mostFileBytes / 2 + 1).fill(first, 0, 1);
  attachFile(desk.deps, { conversationId, name: 'a', contentType: '', bytes: half(1) });
  expect(refusal({ name: 'b', contentType: '', bytes: half(2) })).toMatchObject({ reason: 'too_large_together' });
  expect(desk.db.files.ofWork(conversationId)).toHaveLength(1);
  for (let i = 1; i < mostFiles; i++) attachFile(desk.deps, { conversationId, ...file(`file ${i}`) });
  expect(refusal(file('one more'))).toEqual({ reason: 'too_many', max: mostFiles });
});

test('bug: a reply leaves without its files, or the next one takes them along', async () => {
  const { desk, conversationId } = asked();
  const files = attachFile(desk.deps, { conversationId, ...file('sizes') });
  const outbox = await accepted(
    desk,
    conversationId,
    files.map(({ sha256 }) => sha256),
  );
  expect(outbox.files).toEqual(files);
  expect(desk.db.files.ofWork(conversationId)).toEqual([]);
  const inbox = scriptedConnector();
  await deliverReply(desk.deps, inbox.connector, outbox.id, never);
  expect(inbox.replies[0]?.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['sizes.txt', 'sizes'],
  ]);
  const said = desk.db.conversations.messages(conversationId).at(-1);
  expect(said?.attachments).toEqual([{ name: 'sizes.txt', contentType: 'text/plain', size: 5 }]);
});

test('bug: a reply that is taken back loses its files', async () => {
  const { desk, conversationId } = asked();
  const files = attachFile(desk.deps, { conversationId, ...file('sizes') });
  const outbox = await accepted(
    desk,
    conversationId,
    files.map(({ sha256 }) => sha256),
  );
  cancelReply(desk.deps, outbox.id);
  expect(desk.db.files.ofWork(conversationId)).toEqual(files);
  desk.time.now += 2 * day;
  dropUnusedFiles(desk.deps);
  expect(desk.db.files.has(files[0]?.sha256 ?? '')).toBe(true);
});

test('bug: a file that is not attached any more is thought to leave, or a refused reply takes the files away', async () => {
  const { desk, conversationId } = asked();
  const [kept] = attachFile(desk.deps, { conversationId, ...file('sizes') });
  await expect(accepted(desk, conversationId, [kept?.sha256 ?? '', '0'.repeat(64)])).rejects.toMatchObject({
    code: 'files_refused',
    detail: { reason: 'detached' },
  });
  expect(desk.db.files.ofWork(conversationId)).toHaveLength(1);
  expect(desk.db.outbox.pending()).toEqual([]);
});

test('bug: files go to an inbox that takes none', async () => {
  const { desk, conversationId } = asked();
  attachFile(desk.deps, { conversationId, ...file('sizes') });
  const inbox = {
    ...desk.deps.inboxFor(),
    replyRules: () => ({ maxLength: 9, windowMs: null, files: { canSend: false as const, why: 'channel' as const } }),
  };
  const deps = { ...desk.deps, inboxFor: () => inbox };
  expect(errorFrom(() => attachFile(deps, { conversationId, ...file('more') })).detail).toEqual({
    reason: 'not_taken_channel',
  });
  expect(desk.db.files.ofWork(conversationId)).toHaveLength(1);
});

test('bug: what nobody refers to stays for good, or what somebody refers to goes', async () => {
  const { desk, conversationId } = asked();
  const [sent] = attachFile(desk.deps, { conversationId, ...file('sent') });
  const outbox = await accepted(desk, conversationId, [sent?.sha256 ?? '']);
  const ofMacro = keepFile(desk.deps, file('of a macro'));
  saveMacro(desk.deps, { macroId: null, content: macroContent({ files: [ofMacro] }) });
  const abandoned = keepFile(desk.deps, file('abandoned'));
  const [shared] = attachFile(desk.deps, { conversationId, ...file('of a macro', 'same.txt') });
  const [, removed] = attachFile(desk.deps, { conversationId, ...file('removed') });
  const has = (each: { readonly sha256: string } | undefined): boolean => desk.db.files.has(each?.sha256 ?? '');

  removeFile(desk.deps, { conversationId, sha256: removed?.sha256 ?? '' });
  removeFile(desk.deps, { conversationId, sha256: shared?.sha256 ?? '' });
  expect([has(removed), has(ofMacro), has(abandoned)]).toEqual([false, true, true]);

  await deliverReply(desk.deps, scriptedConnector().connector, outbox.id, never);
  desk.time.now += 2 * day;
  dropUnusedFiles(desk.deps);
  expect([has(sent), has(ofMacro), has(abandoned)]).toEqual([true, true, false]);
  desk.time.now += 31 * day;
  dropUnusedFiles(desk.deps);
  expect([has(sent), has(ofMacro)]).toEqual([false, true]);
});

test('bug: a reply whose file is lost leaves without it', async () => {
  const { desk, conversationId } = asked();
  const [lost] = attachFile(desk.deps, { conversationId, ...file('lost') });
  const outbox = await accepted(desk, conversationId, [lost?.sha256 ?? '']);
  const deps = { ...desk.deps, files: { ...desk.db.files, bytes: () => null } };
  const inbox = scriptedConnector();
  const held = await deliverReply(deps, inbox.connector, outbox.id, never);
  expect(held).toMatchObject({ state: 'failed', problem: { code: 'files_refused', detail: { reason: 'gone' } } });
  expect(inbox.left).toEqual([]);
  retryReply(desk.deps, outbox.id);
  expect((await deliverReply(desk.deps, inbox.connector, outbox.id, never)).state).toBe('sent');
});

test('bug: stacked macros attach the same file twice, or one that was changed since', () => {
  const { desk, conversationId } = asked();
  const [sizes, care] = [keepFile(desk.deps, file('sizes')), keepFile(desk.deps, file('care'))];
  const one = saveMacro(desk.deps, { macroId: null, content: macroContent({ files: [sizes, care] }) });
  const two = saveMacro(desk.deps, { macroId: null, content: macroContent({ files: [sizes] }) });
  saveMacro(desk.deps, { macroId: one.id, content: macroContent({ files: [] }) });
  const macros = [one, two].map(({ id, versionId }) => ({ macroId: id, versionId }));
  expect(attachMacroFiles(desk.deps, { conversationId, macros })).toEqual([sizes, care]);
  expect(attachMacroFiles(desk.deps, { conversationId, macros })).toEqual([sizes, care]);
});

test('bug: a macro names a file that is not here', () => {
  const { desk } = asked();
  const stranger = { sha256: 'a'.repeat(64), name: 'a.txt', contentType: 'text/plain', size: 1 };
  const save = (): unknown => saveMacro(desk.deps, { macroId: null, content: macroContent({ files: [stranger] }) });
  expect(errorFrom(save)).toBeInstanceOf(AppError);
  expect(errorFrom(save).code).toBe('files_refused');
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ann\\sizes.pdf', 'sizes.pdf'],
  ['a\u202Efdp.exe', 'afdp.exe'],
  ['a\r\nContent-Type: x\0.txt', 'aContent-Type_ x.txt'],
  ['  . hidden ', 'hidden'],
  ['', 'file'],
  ['..', 'file'],
  ['CON.txt', '_CON.txt'],
  ['\ud800a.txt', 'a.txt'],
  ['表\u2028.png', '表.png'],
])('bug: a file name %j is more than a name', (given, safe) => {
  const name = safeFileName(given);
  expect(name.endsWith(safe)).toBe(true);
  expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:]/u);
  expect(safeFileName(name)).toBe(name);
});

test('bug: an overlong name loses its ending, or is not safe once it is cut', () => {
  const name = safeFileName(`${'長い名前 '.repeat(60)}.pdf`);
  expect(name.length).toBeLessThanOrEqual(120);
  expect(name.endsWith('.pdf')).toBe(true);
  expect(safeFileName(name)).toBe(name);
  const cutPair = safeFileName(`${'a'.repeat(119)}👩‍🚀👩‍🚀`);
  expect(cutPair.isWellFormed()).toBe(true);
  expect(safeFileName(cutPair)).toBe(cutPair);
});

test('bug: a media type carries a header', () => {
  expect(safeContentType('text/plain; charset=utf-8')).toBe('text/plain');
  expect(safeContentType('text/plain\r\nX: y')).toBe('application/octet-stream');
  expect(safeContentType('')).toBe('application/octet-stream');
});
