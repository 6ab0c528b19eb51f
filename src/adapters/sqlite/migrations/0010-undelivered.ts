import type { Migration } from './migration.ts';

export const undelivered: Migration = {
  version: 10,
  name: 'undelivered',
  // The name the inbox gave the reply when it took it: by that it says later that it could not deliver it.
  sql: `
ALTER TABLE outbox_item ADD COLUMN sent_as TEXT;
`,
};
