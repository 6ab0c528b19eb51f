import { expect, test } from 'vitest';
import { auditTable } from '#core/profiles/audit-table.ts';
import type { AuditLine } from '#shared/model/audit.ts';

const id = '0195c0de-0000-7000-8000-000000000001';
const line: AuditLine = {
  id,
  profileId: id,
  request: 'inbox.add',
  area: 'inboxes',
  act: 'added',
  storeId: null,
  subjects: [id],
  facts: { name: 'a, "b"\nc' },
  createdAt: Date.UTC(2026, 2, 10, 12),
};
const profile = { id, role: 'owner', hasPin: true, state: 'active', createdAt: 1 } as const;

test('bug: a name with commas, quotes or lines tears the table, or one that looks like a formula is calculated', () => {
  const [head, ...rows] = auditTable([line], [{ ...profile, name: '=HYPERLINK("x")' }]).split('\r\n');
  expect(head).toBe('"time","person","person_id","area","act","request","store_id","subjects","facts"');
  expect(rows.join('\r\n')).toBe(
    `"2026-03-10T12:00:00.000Z","'=HYPERLINK(""x"")","${id}","inboxes","added","inbox.add","","${id}","name: a, ""b""\nc"\r\n`,
  );
});
