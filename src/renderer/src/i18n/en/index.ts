import { errors } from './errors.ts';
import { helpdesk } from './helpdesk.ts';
import { inbox } from './inbox.ts';
import { knowledge } from './knowledge.ts';
import { panel } from './panel.ts';
import { orders } from './orders.ts';
import { reply } from './reply.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';

/** English. */
export const en = {
  ...shell,
  ...inbox,
  ...helpdesk,
  ...orders,
  ...reply,
  ...panel,
  ...knowledge,
  ...settings,
  ...errors,
} as const;
