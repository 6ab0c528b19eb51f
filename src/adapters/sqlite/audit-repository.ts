import { z } from 'zod';
import type { AuditRepository } from '#core/ports/repositories/audit.ts';
import { type AuditAct, type AuditArea, AuditFacts, type AuditLine } from '#shared/model/audit.ts';
import type { Connection } from './connection.ts';
import { checkedJson } from './stored-json.ts';

type LineRow = {
  id: string;
  profile_id: string | null;
  request: string;
  area: AuditArea;
  act: AuditAct;
  store_id: string | null;
  subjects: string;
  facts: string;
  created_at: number;
};

const Subjects = z.array(z.string());

const wanted = `
  (@profileId IS NULL OR profile_id = @profileId)
  AND (@areas IS NULL OR area IN (SELECT value FROM json_each(@areas)))
  AND created_at >= @from AND created_at < @to`;

/** The audit list of one database. */
export function auditRepository(connection: Connection, deskId: string): AuditRepository {
  const insert = connection.prepare(`
    INSERT INTO audit_line (id, origin_desk, profile_id, request, area, act, store_id, subjects, facts, created_at)
    VALUES (@id, @deskId, @profileId, @request, @area, @act, @storeId, @subjects, @facts, @createdAt)`);
  const lines = connection.prepare<LineRow>(`
    SELECT * FROM audit_line WHERE ${wanted} ORDER BY created_at DESC, id DESC LIMIT @limit OFFSET @offset`);
  const count = connection.prepare<{ total: number }>(`SELECT count(*) AS total FROM audit_line WHERE ${wanted}`);

  return {
    append: (line) => {
      insert.run({
        ...line,
        deskId,
        subjects: JSON.stringify(line.subjects),
        facts: JSON.stringify(line.facts),
      });
    },
    list: ({ offset, limit, ...query }) => {
      const bound = {
        profileId: query.profileId,
        areas: query.areas === null ? null : JSON.stringify(query.areas),
        from: query.from ?? 0,
        to: query.to ?? Number.MAX_SAFE_INTEGER,
      };
      return { items: lines.all({ ...bound, offset, limit }).map(lineOf), total: count.get(bound)?.total ?? 0 };
    },
  };
}

function lineOf(row: LineRow): AuditLine {
  return {
    id: row.id,
    profileId: row.profile_id,
    request: row.request,
    area: row.area,
    act: row.act,
    storeId: row.store_id,
    subjects: checkedJson(Subjects, row.subjects, 'audit_line.subjects'),
    facts: checkedJson(AuditFacts, row.facts, 'audit_line.facts'),
    createdAt: row.created_at,
  };
}
