import { expect, test } from 'vitest';
import { fillMacros } from '#core/macros/fill-macros.ts';
import { saveMacro, setMacroState } from '#core/macros/save-macro.ts';
import { dropUnusedFiles, keepFile } from '#core/outbox/reply-files.ts';
import { coreDesk, incoming, take } from '#test/support/core-desk.ts';
import { macroContent } from '#test/support/macro-content.ts';

const day = 24 * 3_600_000;

test('bug: the way back to an earlier version loses its file, or what was written since', () => {
  const desk = coreDesk();
  const file = keepFile(desk.deps, { name: 'sizes.pdf', contentType: 'application/pdf', bytes: Buffer.from('a') });
  const first = saveMacro(desk.deps, { macroId: null, content: macroContent({ body: 'One.', files: [file] }) });
  desk.time.now += 60 * day;
  saveMacro({ ...desk.deps, person: () => 'Bao' }, { macroId: first.id, content: macroContent({ body: 'Two.' }) });
  desk.time.now += 60 * day;
  // An old version still names it.
  dropUnusedFiles(desk.deps);
  const [newest, oldest] = desk.db.macros.versions(first.id);
  expect([newest?.changedBy, oldest?.changedBy]).toEqual(['Bao', 'Ada']);
  saveMacro(desk.deps, { macroId: first.id, content: oldest?.content ?? macroContent() });
  setMacroState(desk.deps, { macroId: first.id, state: 'retired' });
  const versions = desk.db.macros.versions(first.id);
  expect(versions.map(({ version, state, content }) => [version, state, content.body, content.files.length])).toEqual([
    [4, 'retired', 'One.', 1],
    [3, 'active', 'One.', 1],
    [2, 'active', 'Two.', 0],
    [1, 'active', 'One.', 1],
  ]);
  expect(desk.db.files.has(file.sha256)).toBe(true);
});

test('bug: what stacked macros carry is told twice', async () => {
  const desk = coreDesk();
  const conversation = take(desk, incoming());
  const kept = (name: string) =>
    keepFile(desk.deps, { name, contentType: 'application/pdf', bytes: Buffer.from(name) });
  const [sizes, care] = [kept('sizes'), kept('care')];
  const macroIds = [[sizes], [care, sizes]].map(
    (files) => saveMacro(desk.deps, { macroId: null, content: macroContent({ files }) }).id,
  );
  const around = { before: '', after: '', orderNumber: null, answers: {}, asksShop: false };
  const filled = await fillMacros(desk.deps, { conversationId: conversation.id, macroIds, ...around });
  expect(filled.files).toEqual([sizes, care]);
});
