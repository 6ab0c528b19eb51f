import { CircleHelp, ClipboardCopy, GraduationCap, MessageSquareText, RefreshCw } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { spokenLanguage } from '#shared/answer-language.ts';
import type { Thread } from '#shared/contract/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import { trustOf } from '../features/composer/confidence.ts';
import { DoubtDialog } from '../features/composer/DoubtDialog.tsx';
import { SupportList } from '../features/composer/SupportList.tsx';
import { DraftEditor, type EditorHandle } from '../features/composer/DraftEditor.tsx';
import { filledAsks } from '../features/composer/marks.ts';
import { candidatesFor, nearestOf } from '../features/composer/nearest.ts';
import { NewerDraft } from '../features/composer/NewerDraft.tsx';
import { TrustMark } from '../features/composer/TrustMark.tsx';
import { UntranslatedDialog } from '../features/composer/UntranslatedDialog.tsx';
import { UntranslatedNote } from '../features/composer/UntranslatedNote.tsx';
import { WriterMark } from '../features/composer/WriterMark.tsx';
import { type WorkHandle, useWork } from '../features/composer/use-work.ts';
import { SaidList } from '../features/panel/SaidList.tsx';
import { NearestList, type PickableEvidence } from '../features/panel/NearestList.tsx';
import { type NumberedEvidence, SourceList } from '../features/panel/SourceList.tsx';
import { silenceText } from '../i18n/silence-text.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { PanelCopied } from './PanelCopied.tsx';
import { altKey } from './platform.ts';
import { useRequest } from './queries.ts';
import { useConversationActs } from './use-conversation-acts.ts';
import { useMacroPicking } from './use-macro-picking.tsx';
import { usePanelKeys } from './use-panel-keys.ts';
import { useSupport } from './use-support.ts';
import { usePanelReply } from './use-panel-reply.ts';
import { saidByCustomer } from './said-by-customer.ts';
import { useReplyFiles } from './use-reply-files.ts';
import { useReport } from './use-report.ts';

/** Messages of an earlier reply that still stand above the question. */
const saidBefore = 2;

function numbered(draft: Draft, indexes: readonly number[]): readonly NumberedEvidence[] {
  return indexes.flatMap((index) => {
    const evidence = draft.evidence[index];
    return evidence === undefined ? [] : [{ index, evidence }];
  });
}

function DraftHead({ work }: { readonly work: WorkHandle }) {
  const { t } = useText();
  const draft = work.work.base;
  if (draft === null) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 px-3 pt-2 text-xs">
      <span className="font-semibold">{t(draft.text === '' ? 'composer.noDraft' : 'composer.draft')}</span>
      {draft.text !== '' && <TrustMark confidence={draft.confidence} />}
      <WriterMark draft={draft} />
      {draft.learnedItemIds.length > 0 && (
        <Badge tone="violet" icon={<GraduationCap size={12} />}>
          {t('composer.fromCorrection')}
        </Badge>
      )}
      {draft.silence !== null && draft.asks.length === 0 && (
        <span className="text-ink-2">{t(`silence.${draft.silence}`)}</span>
      )}
      <span className="flex-1" />
      {work.newer !== null ? (
        <NewerDraft mine={work.work.text} newer={work.newer} onTake={work.reset} />
      ) : (
        work.isEdited && (
          <button type="button" className="text-ink-3 underline underline-offset-2 hover:text-ink" onClick={work.reset}>
            {t('composer.undoEdits')}
          </button>
        )
      )}
    </div>
  );
}

/** The keyboard goes to the reply as soon as there is one, unless the agent is somewhere else. Key it by the draft. */
function FocusReply({ editor }: { readonly editor: RefObject<EditorHandle | null> }) {
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) editor.current?.focus();
  }, [editor]);
  return null;
}

/** What was asked and has no answer yet, and why; and what has one that is to be checked. */
function OpenAsks({ draft, filled }: { readonly draft: Draft; readonly filled: ReadonlySet<number> }) {
  const { t, format } = useText();
  const open = draft.asks.flatMap((ask, index) => {
    const isOpen = ask.evidence === null && !filled.has(index);
    const isDoubtful = ask.evidence !== null && draft.asks.length > 1 && trustOf(ask.confidence) === 'check';
    return isOpen || isDoubtful ? [ask] : [];
  });
  if (open.length === 0) return null;
  return (
    <ul aria-label={t('asks.open')} className="flex shrink-0 flex-col gap-1 px-3 pt-1.5 text-xs">
      {open.map((ask, index) => (
        <li key={index} data-testid="panel-open-ask" className="flex items-start gap-1.5 text-amber">
          <CircleHelp size={13} className="mt-0.5 shrink-0" />
          <span className="min-w-0 flex-1">
            <span className="line-clamp-1 text-ink" lang={draft.language}>
              {ask.text}
            </span>
            {ask.evidence === null ? (
              silenceText(t, format, ask)
            ) : (
              <span className="flex items-center gap-1.5">
                <span className="numbers">[{ask.evidence + 1}]</span>
                <TrustMark confidence={ask.confidence} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One copied conversation: what was said, the draft with its sources, and one key that takes it along. Key it by id. */
export function PanelConversation(props: {
  readonly thread: Thread;
  readonly onUsed: () => void;
  readonly onSwitch: (index: number) => void;
  readonly onKeep: () => void;
  readonly onHide: () => void;
}) {
  const { t } = useText();
  const { thread } = props;
  const { conversation } = thread;
  const report = useReport();
  const editor = useRef<EditorHandle>(null);
  // A draft for what is no longer the last word is not shown: the one for it is being made.
  const current = thread.draft?.state === 'stale' ? null : thread.draft;
  const quotable = useMemo(() => saidByCustomer(thread), [thread]);
  const work = useWork(conversation.id, current, quotable);
  const acts = useConversationActs(thread, work, editor);
  const files = useReplyFiles(conversation.id, thread.limits?.files ?? null);
  const macros = useMacroPicking(conversation.id, { work, files, editor });
  const reply = usePanelReply({ thread, work, editor, onCopied: props.onUsed });
  const close = useRequest('conversation.close');
  const support = useSupport(thread.conversation.id, work.work);
  const [activeSupport, setActiveSupport] = useState<number | null>(null);
  const [activeEvidence, setActiveEvidence] = useState<number | null>(null);
  const draft = work.work.base;
  const near = draft === null ? [] : nearestOf(draft);
  const used = draft === null ? [] : draft.evidence.map((_, index) => index).filter((index) => !near.includes(index));
  const filled = filledAsks(draft?.sentences ?? [], work.marks);
  const { atHand } = acts;
  const isAnswered = atHand !== null && (draft?.asks[atHand]?.evidence ?? null) !== null;
  const nearest: readonly PickableEvidence[] =
    draft === null || atHand === null
      ? []
      : candidatesFor(draft, atHand).flatMap(({ evidence: index, confidence }) => {
          const evidence = draft.evidence[index];
          return evidence === undefined
            ? []
            : [{ index, evidence, confidence, isUsed: draft.asks[atHand]?.evidence === index }];
        });
  const spoken =
    draft === null ? (conversation.language === 'und' ? 'en' : conversation.language) : spokenLanguage(draft);
  const isDrafting = acts.isDrafting || (conversation.status === 'unanswered' && current === null);

  usePanelKeys({
    copy: reply.copy,
    takeBack: reply.takeBack,
    nearest: acts.pickCandidate,
    switch: props.onSwitch,
    keep: props.onKeep,
    hide: props.onHide,
  });

  const said = thread.messages.slice(
    Math.max(0, thread.messages.findLastIndex((message) => message.role === 'agent') + 1 - saidBefore),
  );
  if (reply.isAnswered) {
    return (
      <>
        <SaidList messages={said} language={conversation.language} />
        <PanelCopied thread={thread} reply={reply} />
      </>
    );
  }
  return (
    <>
      <SaidList messages={said} language={conversation.language} />
      <div className="flex min-h-0 flex-1 flex-col border-t border-line-strong/60 bg-raised">
        <UntranslatedNote work={work} />
        <DraftHead work={work} />
        {draft !== null && <OpenAsks draft={draft} filled={filled} />}
        <NearestList nearest={nearest} isBrief={isAnswered} altKey={altKey} onUse={acts.pickCandidate} />
        <FocusReply key={draft?.id} editor={editor} />
        <div data-panel-reply className="flex min-h-24 flex-1 flex-col overflow-hidden">
          <DraftEditor
            handle={editor}
            text={work.work.text}
            marks={work.marks}
            evidence={draft?.evidence ?? []}
            language={spoken}
            placeholder={t(isDrafting ? 'composer.drafting' : 'composer.placeholder')}
            activeEvidence={activeEvidence}
            onActiveEvidence={setActiveEvidence}
            onText={work.setText}
            onSlash={macros.hasMacros ? () => macros.open(true) : undefined}
            support={support}
            activeSupport={activeSupport}
            onActiveSupport={setActiveSupport}
          />
        </div>
        <SupportList
          marks={support}
          active={activeSupport}
          onActive={setActiveSupport}
          onChoose={({ start, end }) => editor.current?.select(start, end)}
        />
        {reply.doubts !== null && (
          <DoubtDialog
            marks={reply.doubts}
            onLookAgain={() => {
              reply.lookAtDoubts();
              editor.current?.focus();
            }}
            onSendAnyway={reply.copyDoubted}
          />
        )}
        {draft !== null && draft.text !== '' && (
          <SourceList
            sources={numbered(draft, used)}
            activeEvidence={activeEvidence}
            onActiveEvidence={setActiveEvidence}
          />
        )}
        <footer className="flex shrink-0 items-center gap-1 border-t border-line px-3 py-2">
          <IconButton
            label={t('composer.redraft')}
            icon={<RefreshCw size={14} />}
            disabled={acts.isDrafting}
            onClick={acts.redraft}
          />
          <IconButton
            label={t('macro.openHint')}
            icon={<MessageSquareText size={14} />}
            data-testid="macros-open"
            onClick={() => macros.open(false)}
          />
          <Button
            tone="quiet"
            size="small"
            onClick={() => close.mutate({ conversationId: conversation.id }, { onError: report })}
          >
            {t('panel.noReply')}
          </Button>
          <span className="flex-1" />
          <span className="mr-1 hidden items-center gap-1 text-2xs text-ink-3 min-[440px]:inline-flex">
            <Kbd>⇧ ↵</Kbd>
            {t('panel.newLine')}
          </span>
          <Button
            tone="primary"
            icon={<ClipboardCopy size={14} />}
            shortcut="↵"
            data-testid="panel-copy"
            aria-disabled={work.work.text.trim() === '' || reply.hasGap}
            onClick={reply.copy}
          >
            {t('panel.copy')}
          </Button>
        </footer>
        {macros.picker}
        {reply.isUntranslated && (
          <UntranslatedDialog
            reply={work.work.text}
            onSendAnyway={reply.copyAsItIs}
            onTranslate={() => {
              reply.translate();
              editor.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}
