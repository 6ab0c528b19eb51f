import type { CorpusFiles } from '#core/ports/corpus-files.ts';
import { openFolder } from './read-folder.ts';
import { createFolder } from './write-folder.ts';

/** Exports as folders of this machine. */
export const corpusFolders: CorpusFiles = { create: createFolder, open: openFolder };
