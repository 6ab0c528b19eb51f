import type { KnowledgeContent } from '#shared/model/knowledge.ts';

/*
 * What a new entry begins with when another place asks for it to be written (an unanswered question with what agents
 * answered). It is handed over once: whoever opens the editor again begins with nothing.
 */
let offered: Partial<KnowledgeContent> | null = null;

/** Leaves words for the editor that opens next. */
export function offerNewEntry(content: Partial<KnowledgeContent>): void {
  offered = content;
}

/** Takes what was left, if anything was. */
export function takeNewEntry(): Partial<KnowledgeContent> | null {
  const taken = offered;
  offered = null;
  return taken;
}
