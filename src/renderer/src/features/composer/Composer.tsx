import { GraduationCap, RefreshCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { spokenLanguage } from '#shared/answer-language.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { AttachZone } from '../../app/AttachZone.tsx';
import { FileChips } from '../../app/FileChips.tsx';
import { AskList } from './AskList.tsx';
import { ComposerActions } from './ComposerActions.tsx';
import type { ComposerProps } from './composer-props.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { endedSource } from './ended-source.ts';
import { LimitLine } from './LimitLine.tsx';
import { filledAsks } from './marks.ts';
import { NewerDraft } from './NewerDraft.tsx';
import { Note } from './Note.tsx';
import { SupportList } from './SupportList.tsx';
import { TrustMark } from './TrustMark.tsx';
import { UntranslatedNote } from './UntranslatedNote.tsx';
import { WriterMark } from './WriterMark.tsx';

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

/** What is attached; a reply that came by another channel meanwhile may not take it any more. */
function FileNote({ files }: ComposerProps) {
  const { t } = useText();
  const { rules } = files;
  if (files.files.length === 0 && !files.isBusy) return null;
  return (
    <div className="flex max-h-20 shrink-0 flex-col gap-1 overflow-y-auto px-4 pb-1.5">
      <FileChips files={files.files} onRemove={files.remove} />
      {files.isBusy && (
        <p role="status" className="text-xs text-ink-3">
          {t('files.attaching')}
        </p>
      )}
      {!rules.canSend && files.files.length > 0 && (
        <p role="status" className="text-xs text-red">
          {t(`problem.attached.not_taken_${rules.why}`)}
        </p>
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
    <AttachZone
      aria-label={t('composer.title')}
      data-testid="composer"
      onFiles={props.files.add}
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
        layer={props.layer}
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
      <FileNote {...props} />
      <LimitLine view={props.limits} />
      <ComposerActions {...props} />
    </AttachZone>
  );
}
