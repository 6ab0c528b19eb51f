import type { Migration } from './migration.ts';

/** What a person sent although no source stands behind it, or one says otherwise. */
export const unsupported: Migration = {
  version: 17,
  name: 'unsupported',
  sql: `
ALTER TABLE outcome ADD COLUMN unsupported TEXT CHECK (unsupported IS NULL OR json_valid(unsupported));
`,
};
