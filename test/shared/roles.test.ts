import { expect, test } from 'vitest';
import { requests } from '#shared/contract/index.ts';
import { Role } from '#shared/model/profile.ts';
import { letsSome } from '#shared/role-rule.ts';
import { roleRules } from '#shared/roles.ts';

test('bug: a role may less than the one before it, or the table rules what nobody can ask', () => {
  expect(Object.keys(roleRules).toSorted()).toEqual(Object.keys(requests).toSorted());
  for (const [name, rule] of Object.entries(roleRules)) {
    const may = Role.options.map((role) => letsSome(rule, role));
    expect(may, name).toEqual(may.toSorted((a, b) => Number(a) - Number(b)));
    expect(may.at(-1), name).toBe(true);
  }
});

test('bug: something that changes the desk leaves no line in the audit list', () => {
  const reads =
    /\.(?:list|get|status|history|versions|layers|overlays|coverage|summary|outcomes|counts|scanState|changes|uses|body|queue|reviews|decisions|effect|rules|sheet)$/;
  const silent = Object.entries(roleRules)
    .filter(([name, { least, audit }]) => least !== null && least !== 'agent' && audit === null && !reads.test(name))
    .map(([name]) => name);
  // They try, look or stop, and change nothing; who looked at a reply stands with it, and a file is nothing before its macro.
  expect(silent.toSorted()).toEqual([
    'backup.inspect',
    'file.keep',
    'inbox.probe',
    'lesson.markReviewed',
    'lesson.replay',
    'lesson.unmarkReviewed',
    'lesson.withdrawPreview',
    'model.chooseFile',
    'model.names',
    'model.probe',
    'portable.inspect',
    'replay.run',
    'searchModel.discardDownload',
    'searchModel.stopDownload',
    'searchModel.tryAgain',
    'shop.probe',
    'source.cancel',
    'source.choose',
    'source.drop',
    'source.read',
  ]);
});
