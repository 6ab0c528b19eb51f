import { type RefObject, useEffect, useRef, useState } from 'react';
import { problemOf } from '#shared/errors.ts';
import { spokenLanguage } from '#shared/answer-language.ts';
import type { TextTool, ThreadSummary, ToolResult } from '#shared/model/writing-tool.ts';
import { useAnswer, useBackend } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { showToast } from '../../ui/toast-store.ts';
import type { EditorHandle } from './DraftEditor.tsx';
import type { WorkHandle } from './use-work.ts';
import { type ToolChoice, changedStretch, isTextTool, toolChoices } from './text-tools.ts';

/** What is being done to a text, or was; `result` null: it is under way. */
export type ToolRun = { readonly choice: ToolChoice; readonly before: string; readonly result: ToolResult | null };

/** The conversation in short; `told` null: it is under way. */
export type ThreadNote = { readonly told: ThreadSummary | null };

/** The menu is open, on this part of the text; null: on all of it. */
type Chosen = { readonly selection: { readonly start: number; readonly end: number } | null };

/** The focus has gone with the menu or the window, or stands on what opened them. */
function isFocusFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.matches('[aria-haspopup=menu], [role^=menuitem]');
}

/** The writing tools of an open conversation: what there is, what is under way, and what came of it. */
export function useTextTools(
  conversation: { readonly id: string; readonly language: string },
  { work: { base, text }, isEdited }: Pick<WorkHandle, 'work' | 'isEdited'>,
  editor: RefObject<EditorHandle | null>,
) {
  const { t, language: own } = useText();
  const backend = useBackend();
  const report = useReport();
  const there = useAnswer('writing.tools', { conversationId: conversation.id }).data ?? [];
  // What a person has changed may be in any language.
  const textLanguage = isEdited || base === null ? null : spokenLanguage(base);
  const [run, setRun] = useState<ToolRun | null>(null);
  const [note, setNote] = useState<ThreadNote | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const waiting = useRef<ReturnType<typeof changedStretch>>(null);
  const stopping = useRef<AbortController | null>(null);
  const wasWriting = useRef(false);
  useEffect(() => () => stopping.current?.abort(), []);
  // Behind a window the editor takes no text, and what is written while React renders it takes back, undo and all: it is
  // written once the window is gone and React is done.
  useEffect(() => {
    const change = waiting.current;
    if (run !== null || change === null) return undefined;
    waiting.current = null;
    const timer = setTimeout(() => editor.current?.replace(change.start, change.end, change.text));
    return () => clearTimeout(timer);
  }, [run, editor]);

  /** Whoever was writing goes on writing: their next letters are no commands. */
  function goBack(): void {
    if (!wasWriting.current) return;
    setTimeout(() => {
      if (isFocusFree()) editor.current?.focus();
    });
  }

  function begun(): AbortSignal {
    stopping.current?.abort();
    stopping.current = new AbortController();
    return stopping.current.signal;
  }

  async function applyTool(choice: ToolChoice, tool: TextTool): Promise<void> {
    const signal = begun();
    const selection = chosen?.selection ?? null;
    setRun({ choice, before: text, result: null });
    const input = { conversationId: conversation.id, tool, text, selection, language: choice.language };
    try {
      const result = await backend.call('writing.apply', input, signal);
      if (!signal.aborted) setRun({ choice, before: text, result });
    } catch (error) {
      if (signal.aborted) return;
      setRun(null);
      goBack();
      if (problemOf(error).detail['reason'] === 'too_long') showToast({ tone: 'bad', text: t('tools.tooLong') });
      else report(error);
    }
  }

  async function summarise(): Promise<void> {
    const signal = begun();
    setNote({ told: null });
    try {
      const told = await backend.call('writing.summary', { conversationId: conversation.id, language: own }, signal);
      if (!signal.aborted) setNote({ told });
    } catch (error) {
      if (signal.aborted) return;
      setNote(null);
      report(error);
    }
  }

  return {
    choices: toolChoices(there, text, conversation.language, textLanguage),
    run,
    note,
    chosen,
    openMenu(isOpen: boolean) {
      if (isOpen) wasWriting.current = editor.current?.isInUse() === true;
      else goBack();
      setChosen(isOpen ? { selection: editor.current?.selection() ?? null } : null);
    },
    choose(choice: ToolChoice) {
      setChosen(null);
      if (isTextTool(choice.tool)) void applyTool(choice, choice.tool);
      else {
        void summarise();
        goBack();
      }
    },
    /** Stops what is under way, or leaves the text as it is. */
    leave() {
      stopping.current?.abort();
      setRun(null);
      goBack();
    },
    accept() {
      if (run?.result == null) return;
      setRun(null);
      if (run.before === text) waiting.current = changedStretch(text, run.result.text);
      else {
        showToast({ text: t('tools.moved') });
        goBack();
      }
    },
    closeNote() {
      stopping.current?.abort();
      setNote(null);
    },
  };
}

export type TextTools = ReturnType<typeof useTextTools>;
