import { startChatwootDouble } from '#test/support/doubles/chatwoot-double.ts';
import { startFreshdeskDouble } from '#test/support/doubles/freshdesk-double.ts';
import { startGorgiasDouble } from '#test/support/doubles/gorgias-double.ts';
import type { StartDouble } from '#test/support/doubles/inbox-double.ts';
import { startLibredeskDouble } from '#test/support/doubles/libredesk-double.ts';
import { startZendeskDouble } from '#test/support/doubles/zendesk-double.ts';

/** Every connector that has a double: each is run through every suite in this folder. */
export const systems: readonly (readonly [string, StartDouble])[] = [
  ['chatwoot', startChatwootDouble],
  ['freshdesk', startFreshdeskDouble],
  ['libredesk', startLibredeskDouble],
  ['gorgias', startGorgiasDouble],
  ['zendesk', startZendeskDouble],
];
