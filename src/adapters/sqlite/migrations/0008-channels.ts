import type { Migration } from './migration.ts';

export const channels: Migration = {
  version: 8,
  name: 'channels',
  // By what the customer last wrote: it decides how long a reply may be and until when it is taken.
  sql: `
ALTER TABLE conversation ADD COLUMN channel TEXT CHECK (channel IN ('email', 'chat', 'whatsapp', 'instagram', 'facebook',
  'tiktok', 'line', 'telegram', 'twitter', 'sms', 'phone'));
`,
};
