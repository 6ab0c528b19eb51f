import type { ReactNode, RefObject } from 'react';
import type { Conversation } from '#shared/model/conversation.ts';
import type { SupportMark } from '#shared/model/support.ts';
import type { ReplyFiles } from '../../app/use-reply-files.ts';
import type { EditorHandle } from './DraftEditor.tsx';
import type { LimitView } from './limits.ts';
import type { WorkHandle } from './use-work.ts';

export const discardReasons = ['wrong', 'incomplete', 'tone', 'not_needed', 'other'] as const;
export type DiscardReason = (typeof discardReasons)[number];

export type ComposerProps = {
  readonly conversation: Conversation;
  readonly work: WorkHandle;
  readonly editor: RefObject<EditorHandle | null>;
  readonly activeEvidence: number | null;
  readonly isDrafting: boolean;
  /** A customer's message waits: there is something to draft for. */
  readonly canDraft: boolean;
  readonly isChoosingReason: boolean;
  readonly limits: LimitView;
  readonly sendKeys: string;
  readonly onActiveEvidence: (evidence: number | null) => void;
  readonly onSend: () => void;
  readonly onChooseReason: (isOpen: boolean) => void;
  readonly onDiscard: (reason: DiscardReason) => void;
  readonly onRedraft: () => void;
  readonly onClose: () => void;
  readonly onReopen: () => void;
  readonly onUse: (evidence: number, ask: number) => void;
  /** The ask whose candidates are shown. */
  readonly atHand: number | null;
  readonly onAtHand: (ask: number) => void;
  /** Whether a slash finds anything. */
  readonly hasMacros: boolean;
  /** Opens the macros; `isTyped`: by a slash in the text. */
  readonly onMacros: (isTyped: boolean) => void;
  /** What stands behind each fact of the text. */
  readonly support: readonly SupportMark[];
  /** Painted below the text, in its lines: words that the house says otherwise. */
  readonly layer?: ReactNode;
  /** Stands above the text: the steering line. */
  readonly above?: ReactNode;
  /** Stands below the text: what the house style says of it, and its translation. */
  readonly below?: ReactNode;
  readonly files: ReplyFiles;
  /** What else can be done to the text. */
  readonly tools: ReactNode;
};
