import { GraduationCap, MessageSquareText, RefreshCw, Send, TriangleAlert } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { spokenLanguage } from '#shared/answer-language.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useNow } from '../../ui/use-now.ts';
import { AskList } from './AskList.tsx';
import { DraftEditor, type EditorHandle } from './DraftEditor.tsx';
import { endedSource } from './ended-source.ts';
import { LimitLine } from './LimitLine.tsx';
import type { LimitView } from './limits.ts';
import { filledAsks } from './marks.ts';
import { NewerDraft } from './NewerDraft.tsx';
import { Note } from './Note.tsx';
import { SupportList } from './SupportList.tsx';
import { TrustMark } from './TrustMark.tsx';
import { UntranslatedNote } from './UntranslatedNote.tsx';
import { WriterMark } from './WriterMark.tsx';
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
  /** Stands above the text: the steering line. */
  readonly above?: ReactNode;
  /** Stands below the text: its translation. */
  readonly below?: ReactNode;
  /** What else can be done to the text. */
  readonly tools: ReactNode;
};

function DraftHead(props: ComposerProps) {
  const { t } = useText();
  const { work, isEdited } = props.work;
  const draft = work.base;
  if (draft === null) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-2 text-xs">
      <span className="font-semibold text-ink">{t(draft.text === '' ? 'composer.noDraft' : 'composer.draft')}</span>
      {draft.text !== '' && <TrustMark confidence={draft.confidence} />}
      <WriterMark draft={draft} />
      {draft.silence !== null && draft.asks.length === 0 && (
        <span className="text-ink-2">{t(`silence.${draft.silence}`)}</span>
      )}
      {draft.learnedItemIds.length > 0 && (
        <Badge tone="violet" icon={<GraduationCap size={12} />}>
          {t('composer.fromCorrection')}
        </Badge>
      )}
      <span className="flex-1" />
      {isEdited && (
        <button
          type="button"
          className="text-ink-3 underline underline-offset-2 hover:text-ink"
          onClick={props.work.reset}
        >
          {t('composer.undoEdits')}
        </button>
      )}
      <Badge>{t(`language.${draft.language}`)}</Badge>
    </div>
  );
}

function Notes(props: ComposerProps) {
  const { t, format } = useText();
  const now = useNow();
  const { work, newer } = props.work;
  if (newer !== null) {
    return (
      <Note icon={<RefreshCw size={14} />}>
        <span className="flex-1">{t('composer.newerReady')}</span>
        <NewerDraft mine={work.text} newer={newer} onTake={props.work.reset} />
      </Note>
    );
  }
  if (work.base?.state !== 'stale' || work.base.text === '') return null;
  const ended = endedSource(work.base, now);
  return (
    <Note icon={<TriangleAlert size={14} />}>
      <span className="flex-1">
        {ended === null
          ? t('composer.stale')
          : t('composer.staleEnded', { number: ended.number, when: format.moment(ended.at, now) })}
      </span>
      <Button size="small" shortcut="R" onClick={props.onRedraft} disabled={props.isDrafting}>
        {t('composer.redraft')}
      </Button>
    </Note>
  );
}

/** In a narrow column the quiet buttons lose their key caps: Send must stay whole. */
const quiet = 'px-2 [&_kbd]:hidden @lg:px-3 @lg:[&_kbd]:inline-flex';

function Actions(props: ComposerProps) {
  const { t } = useText();
  const discard = useRef<HTMLButtonElement>(null);
  const gaps = props.work.marks.filter((mark) => mark.kind === 'gap').length;
  const isEmpty = props.work.work.text.trim() === '';
  const { conversation } = props;
  return (
    <div data-bar className="flex shrink-0 items-center gap-1 border-t border-line px-3 py-2 @max-[22rem]:flex-wrap">
      {props.work.work.base !== null && props.work.work.base.text !== '' && (
        <Button
          ref={discard}
          tone="quiet"
          className={quiet}
          shortcut="X"
          data-testid="discard"
          aria-haspopup="menu"
          onClick={() => props.onChooseReason(!props.isChoosingReason)}
        >
          {t('composer.discard')}
        </Button>
      )}
      {props.canDraft && (
        <Button
          tone="quiet"
          className={quiet}
          shortcut="R"
          data-testid="redraft"
          onClick={props.onRedraft}
          disabled={props.isDrafting}
        >
          {t(props.work.work.base === null ? 'composer.makeDraft' : 'composer.redraft')}
        </Button>
      )}
      <Button
        tone="quiet"
        className={quiet}
        shortcut="I"
        icon={<MessageSquareText size={14} />}
        data-testid="macros-open"
        aria-label={t('macro.open')}
        title={t('macro.openHint')}
        onClick={() => props.onMacros(false)}
      >
        <span className="hidden @2xl:inline">{t('macro.open')}</span>
      </Button>
      {props.tools}
      {conversation.status === 'unanswered' && (
        <Button
          tone="quiet"
          className={quiet}
          shortcut="C"
          data-testid="close-conversation"
          title={t('composer.closeHint')}
          onClick={props.onClose}
        >
          {t('composer.close')}
        </Button>
      )}
      {conversation.status === 'closed' && (
        <Button tone="quiet" className={quiet} data-testid="reopen-conversation" onClick={props.onReopen}>
          {t('composer.reopen')}
        </Button>
      )}
      <span className="flex-1" />
      {gaps > 0 && (
        <button
          type="button"
          className="mr-1 min-w-0 truncate text-xs text-amber underline underline-offset-2"
          title={t('composer.gapsLeft', { count: gaps })}
          onClick={() => props.editor.current?.focusGap()}
        >
          {t('composer.gapsLeft', { count: gaps })}
        </button>
      )}
      <Button
        tone="primary"
        icon={<Send size={14} />}
        shortcut={props.sendKeys}
        className="ml-auto @max-[26rem]:[&_kbd]:hidden"
        data-testid="send"
        aria-disabled={isEmpty || gaps > 0 || props.limits.blockedBy !== null}
        onClick={props.onSend}
      >
        {t('composer.send')}
      </Button>
      {props.isChoosingReason && (
        <Menu
          label={t('composer.discardWhy')}
          anchor={discard}
          hasDigits
          items={discardReasons.map((reason) => ({ id: reason, label: t(`discard.${reason}`) }))}
          onChoose={(reason) => props.onDiscard(reason as DiscardReason)}
          onClose={() => props.onChooseReason(false)}
        />
      )}
    </div>
  );
}

function languageOf({ language }: Conversation): ReplyLanguage {
  return language === 'und' ? 'en' : language;
}

/** Where the reply is written: the draft with what it stands on, and everything one can do with it. */
export function Composer(props: ComposerProps) {
  const { t } = useText();
  const { work, marks, setText } = props.work;
  const language = work.base === null ? languageOf(props.conversation) : spokenLanguage(work.base);
  const [activeSupport, setActiveSupport] = useState<number | null>(null);
  return (
    <section
      aria-label={t('composer.title')}
      data-testid="composer"
      className="group/composer @container flex max-h-[58%] min-h-[min(13rem,45%)] shrink-[999] flex-col border-t border-line-strong/60 bg-raised"
    >
      <Notes {...props} />
      <UntranslatedNote work={props.work} />
      <DraftHead {...props} />
      {work.base !== null && (
        <AskList
          draft={work.base}
          filled={filledAsks(work.base.sentences, marks)}
          atHand={props.atHand}
          activeEvidence={props.activeEvidence}
          onAtHand={props.onAtHand}
          onActiveEvidence={props.onActiveEvidence}
          onUse={props.onUse}
        />
      )}
      {props.above}
      <DraftEditor
        handle={props.editor}
        text={work.text}
        marks={marks}
        evidence={work.base?.evidence ?? []}
        language={language}
        placeholder={props.isDrafting ? t('composer.drafting') : t('composer.placeholder')}
        activeEvidence={props.activeEvidence}
        onActiveEvidence={props.onActiveEvidence}
        onText={setText}
        onSlash={props.hasMacros ? () => props.onMacros(true) : undefined}
        support={props.support}
        activeSupport={activeSupport}
        onActiveSupport={setActiveSupport}
      />
      <SupportList
        marks={props.support}
        active={activeSupport}
        onActive={setActiveSupport}
        onChoose={({ start, end }) => props.editor.current?.select(start, end)}
      />
      {props.below}
      <LimitLine view={props.limits} />
      <Actions {...props} />
    </section>
  );
}
