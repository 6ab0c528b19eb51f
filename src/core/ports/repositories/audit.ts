import type { AuditLine, AuditQuery } from '#shared/model/audit.ts';

/** Who changed what. Lines are appended and stay for good. */
export type AuditRepository = {
  append(line: AuditLine): void;
  /** Newest first. */
  list(query: AuditQuery & { readonly offset: number; readonly limit: number }): {
    readonly items: readonly AuditLine[];
    readonly total: number;
  };
};
