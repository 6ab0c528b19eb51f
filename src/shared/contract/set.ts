import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { LayeredEntry } from '../model/entry-layers.ts';
import { KnowledgeEntry } from '../model/knowledge.ts';
import { KnowledgeSet } from '../model/knowledge-set.ts';
import { request } from './definition.ts';

const KnowledgeSets = z.array(KnowledgeSet.extend({ entryCount: z.number().int().nonnegative() }));

export const setRequests = {
  'set.list': request(z.object({}), KnowledgeSets),
  /** `setId` null makes one. Error: `invalid_input` where the name is taken. */
  'set.save': request(z.object({ setId: Id.nullable(), name: KnowledgeSet.shape.name }), KnowledgeSet),
  /** Switches sets on and off for a store, all at once. Error: `conflict` for a set that is out of use. */
  'set.switch': request(z.object({ storeId: Id, on: z.array(Id), off: z.array(Id) }), KnowledgeSets),
  /** Which answers of a store a set stands in the place of while it is on: of its newest 500 entries. */
  'set.overlays': request(
    z.object({ storeId: Id, setId: Id }),
    z.array(z.object({ entry: KnowledgeEntry, below: z.array(LayeredEntry) })),
  ),
  /** Out of use everywhere, or in use again, on for no store. */
  'set.setState': request(z.object({ setId: Id, state: KnowledgeSet.shape.state }), KnowledgeSet),
};
