import type { AuditLine } from '#shared/model/audit.ts';
import type { Profile } from '#shared/model/profile.ts';
import { harmlessText } from '../insights/csv.ts';

const head = ['time', 'person', 'person_id', 'area', 'act', 'request', 'store_id', 'subjects', 'facts'];

/** Lines of the audit list as CSV (RFC 4180), with a head; times in ISO 8601, UTC. */
export function auditTable(lines: readonly AuditLine[], profiles: readonly Profile[]): string {
  const names = new Map(profiles.map(({ id, name }) => [id, name]));
  const rows = lines.map((line) => [
    new Date(line.createdAt).toISOString(),
    names.get(line.profileId ?? '') ?? '',
    line.profileId ?? '',
    line.area,
    line.act,
    line.request,
    line.storeId ?? '',
    line.subjects.join(' '),
    Object.entries(line.facts)
      .map(([fact, value]) => `${fact}: ${String(value)}`)
      .join('; '),
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  return `"${harmlessText(text).replaceAll('"', '""')}"`;
}
