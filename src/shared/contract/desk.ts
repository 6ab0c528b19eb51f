import { z } from 'zod';
import { DeskStatus } from '../model/desk.ts';
import { request } from './definition.ts';

export const deskRequests = {
  'desk.status': request(z.object({}), DeskStatus),
  /** The name under which what is written here is kept; empty: none. */
  'desk.setPerson': request(z.object({ name: z.string().trim().max(200) }), DeskStatus),
  /** Makes the embedding model ready again, then embeds what waits for it. */
  'desk.repairEmbedder': request(z.object({}), DeskStatus),
};
