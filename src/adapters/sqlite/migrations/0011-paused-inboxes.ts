import type { Migration } from './migration.ts';

export const pausedInboxes: Migration = {
  version: 11,
  name: 'paused inboxes',
  // A person stopped it: nothing is fetched until they let it go on, also after a restart.
  sql: `
ALTER TABLE inbox ADD COLUMN paused_at INTEGER;
`,
};
