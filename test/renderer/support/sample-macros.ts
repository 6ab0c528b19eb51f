import type { Macro } from '#shared/model/macro.ts';
import { newId } from './sample.ts';

/** A few macros to look at. */
export function sampleMacros(): Macro[] {
  const now = Date.now();
  const made = (name: string, shortcut: string, body: string, uses: number): Macro => ({
    id: newId(),
    versionId: newId(),
    version: 1,
    state: 'active',
    content: { name, shortcut, body, storeIds: [], team: '', channels: [], language: 'und', files: [] },
    origin: null,
    changedBy: '',
    createdAt: now,
    updatedAt: now,
    usage: { uses, edited: 0, lastUsedAt: uses === 0 ? null : now - 3_600_000 },
  });
  return [
    made(
      'Return label',
      'label',
      'Hi {{customer.first_name | default: there}}, the label for {{order.number}} is on its way.',
      4,
    ),
    made('Late parcel', 'late', 'Your parcel comes in {{ask: How many days? | number}} days.', 0),
  ];
}
