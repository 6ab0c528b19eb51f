import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MacroPart } from '#shared/model/macro.ts';
import { type FileRules, type ReplyFile, deskFileRules } from '#shared/model/reply-file.ts';
import { readGiven } from './read-given.ts';
import { keyOf, useAnswer, useBackend } from './queries.ts';
import { useReport } from './use-report.ts';

const none: readonly ReplyFile[] = [];

/** Files of the reply that is being written. The backend keeps them, so that they survive a restart. */
export type ReplyFiles = {
  readonly files: readonly ReplyFile[];
  readonly rules: FileRules;
  /** Some are on their way to the backend. */
  readonly isBusy: boolean;
  readonly add: (given: readonly File[]) => void;
  /** Attaches what macros carry. */
  readonly addOfMacros: (macros: readonly MacroPart[]) => void;
  readonly remove: (file: ReplyFile) => void;
};

/** `rules` null: the inbox is removed, and nothing can be sent at all. */
export function useReplyFiles(conversationId: string, given: FileRules | null): ReplyFiles {
  const backend = useBackend();
  const cache = useQueryClient();
  const report = useReport();
  const rules = given ?? deskFileRules;
  const [busy, setBusy] = useState(0);
  const answer = useAnswer('file.ofWork', { conversationId });

  async function changed(change: () => Promise<ReplyFile[]>): Promise<void> {
    setBusy((count) => count + 1);
    try {
      cache.setQueryData(keyOf('file.ofWork', { conversationId }), await change());
    } catch (error) {
      report(error);
    } finally {
      setBusy((count) => count - 1);
    }
  }

  async function addAll(list: readonly File[]): Promise<void> {
    // One after the other: they stay in order, and each is told of that cannot be taken.
    for (const file of list)
      await changed(async () => backend.call('file.attach', { conversationId, ...(await readGiven(file, rules)) }));
  }

  return {
    files: answer.data ?? none,
    rules,
    isBusy: busy > 0,
    add: (list) => void addAll(list),
    addOfMacros: (macros) => {
      const named = macros.map(({ macroId, versionId }) => ({ macroId, versionId }));
      void changed(() => backend.call('file.attachOfMacros', { conversationId, macros: named }));
    },
    remove: ({ sha256 }) => void changed(() => backend.call('file.remove', { conversationId, sha256 })),
  };
}
