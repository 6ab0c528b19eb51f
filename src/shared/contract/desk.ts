import { z } from 'zod';
import { DeskStatus } from '../model/desk.ts';
import { request } from './definition.ts';

export const deskRequests = {
  'desk.status': request(z.object({}), DeskStatus),
  /** Makes the embedding model ready again, then embeds what waits for it. */
  'desk.repairEmbedder': request(z.object({}), DeskStatus),
};
