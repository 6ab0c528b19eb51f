import { errors } from './errors.ts';
import { inbox } from './inbox.ts';
import { knowledge } from './knowledge.ts';
import { reply } from './reply.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';

/** Japanese. */
export const ja = { ...shell, ...inbox, ...reply, ...knowledge, ...settings, ...errors } as const;
