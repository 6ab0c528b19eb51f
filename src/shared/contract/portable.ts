import { z } from 'zod';
import {
  BackupFile,
  BackupStatus,
  CorpusExported,
  CorpusPreview,
  CorpusTaken,
  RestorePreview,
} from '../model/portable.ts';
import { request } from './definition.ts';

const FileName = z.string().max(4_096);

/** Files and folders are named by a person in the system's own window, never by a page: null where they closed it. */
export const portableRequests = {
  /** Writes the corpus into a new folder inside the one the person names. */
  'portable.export': request(z.object({}), CorpusExported.nullable()),
  /** Verifies an export and says what taking it would do. Nothing is written. */
  'portable.inspect': request(z.object({}), CorpusPreview.nullable()),
  /** Takes what was inspected last under this digest. */
  'portable.take': request(z.object({ digest: z.string().max(64) }), CorpusTaken),
  'backup.status': request(z.object({}), BackupStatus),
  /** Writes the whole desk into a new file inside the folder the person names. */
  'backup.make': request(z.object({}), BackupFile.nullable()),
  /** `file`: one that `backup.status` lists; null lets the person name one. */
  'backup.inspect': request(z.object({ file: FileName.nullable() }), RestorePreview.nullable()),
  /** Restores a file that was inspected; the backend starts anew with it. */
  'backup.restore': request(z.object({ file: FileName }), z.object({})),
};
