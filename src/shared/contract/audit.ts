import { z } from 'zod';
import { PageRequest, pageOf } from '../model/basics.ts';
import { AuditLine, AuditQuery } from '../model/audit.ts';
import { request } from './definition.ts';

export const auditRequests = {
  /** Who changed what, newest first. */
  'audit.list': request(PageRequest.extend(AuditQuery.shape), pageOf(AuditLine)),
  /** Writes those lines as a table (CSV) into the folder a person names; answers its path, null where they closed the window. */
  'audit.export': request(AuditQuery, z.string().nullable()),
};
