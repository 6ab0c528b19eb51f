import type { Passage } from '#core/ports/passage-index.ts';
import { newId } from './desk.ts';

/** A passage of the base, about everything and at any time. */
export function aPassage(over: Partial<Passage> = {}): Passage {
  return {
    kind: 'knowledge',
    ownerId: newId(),
    versionId: newId(),
    storeId: null,
    setId: null,
    profileIds: null,
    supersedesId: null,
    scope: [],
    channels: [],
    validFrom: null,
    validUntil: null,
    language: 'en',
    matter: null,
    overlaysId: null,
    correctsId: null,
    heading: '',
    question: 'q',
    answer: 'a',
    ...over,
  };
}
