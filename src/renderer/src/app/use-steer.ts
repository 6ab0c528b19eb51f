import { useState } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';

/** What agents have begun to tell a model, by the message that is answered; until the window is loaded anew. */
const begun = new Map<string, string>();

/** The steering line of an open conversation; survives leaving it, and begins anew with the customer's next words. */
export function useSteer({ conversation, draft }: Thread): readonly [string, (steer: string) => void] {
  const [, setCount] = useState(0);
  const key = `${conversation.id} ${draft?.messageId ?? ''}`;
  return [
    begun.get(key) ?? '',
    (steer) => {
      begun.set(key, steer);
      setCount((count) => count + 1);
    },
  ];
}
