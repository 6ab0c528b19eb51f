import type { Macro, MacroContent, MacroOrigin, MacroPart } from '#shared/model/macro.ts';

export type MacroVersion = {
  readonly macroId: string;
  readonly versionId: string;
  readonly state: Macro['state'];
  readonly content: MacroContent;
  readonly origin: MacroOrigin | null;
  readonly who: string;
  readonly at: number;
};

/** A macro that stands in a reply that was accepted. The reply's outcome has the id of its outbox item. */
export type MacroUse = {
  readonly id: string;
  readonly macroId: string;
  readonly versionId: string;
  readonly outcomeId: string;
  /** As it was put in. */
  readonly text: string;
  readonly isEdited: boolean;
  readonly at: number;
};

/** Macros change by versions, as entries do; uses are appended. A reply that was taken back is no use. */
export type MacroRepository = {
  /** Active and retired, oldest first. */
  list(): readonly Macro[];
  /** Errors: `not_found`. */
  get(macroId: string): Macro;
  /** All its versions, newest first; none where there is no such macro. */
  versions(macroId: string): readonly Macro[];
  add(version: MacroVersion): Macro;
  append(version: MacroVersion): Macro;
  addUse(use: MacroUse): void;
  /** What stood in replies of a conversation that were taken back. */
  takenBack(conversationId: string): readonly MacroPart[];
};
