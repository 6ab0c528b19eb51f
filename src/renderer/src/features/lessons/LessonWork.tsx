import { type ReactNode, useRef, useState } from 'react';
import type { RequestInput } from '#shared/contract/index.ts';
import type { LessonCandidate, LessonDecision } from '#shared/model/lesson-review.ts';
import { useCommand } from '../../app/commands.tsx';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Deed, deedKeys, deedsFor } from './deeds.ts';
import { LessonDetail } from './LessonDetail.tsx';
import { LessonEffectPart } from './LessonEffectPart.tsx';
import { type LessonChange, LessonForm } from './LessonForm.tsx';
import { limitsText } from './lesson-words.ts';
import { ReasonForm } from './ReasonForm.tsx';
import type { Act } from './use-lesson-acts.ts';

export type ReplayOf = (lesson: Omit<RequestInput<'lesson.replay'>, 'conversations'>, onClose: () => void) => ReactNode;

const submitLabels = {
  shared: { amend: 'lessons.saveAmended', narrow: 'lessons.saveNarrowed' },
  waiting: { amend: 'lessons.approveAmended', narrow: 'lessons.approveNarrowed' },
} as const;

/** What it seems to be limited to is told where it is read, with its button. */
function hasButton(deed: Deed): boolean {
  return deed !== 'limit';
}

/** A lesson opened, with everything that can be done about it, by buttons and by keys. Key it by the lesson. */
export function LessonWork(props: {
  readonly candidate: LessonCandidate;
  readonly decisions: readonly LessonDecision[];
  readonly act: Act;
  readonly renderReplay: ReplayOf;
  /** Takes the place of approving while several are chosen to be merged. */
  readonly onMerge: (() => void) | null;
  readonly onUndo: (decisionId: string) => void;
  readonly onOpenConversation: (conversationId: string) => void;
}) {
  const { t } = useText();
  const { candidate, act } = props;
  const { item } = candidate;
  const [form, setForm] = useState<'amend' | 'narrow' | 'reject' | 'revert' | null>(null);
  const section = useRef<HTMLElement>(null);
  const [isReplaying, setIsReplaying] = useState(false);
  const deeds = deedsFor(candidate);
  const its = { itemId: item.id, fromVersionId: item.versionId };
  const about = (key: 'approve' | 'entry' | 'reject' | 'setAside' | 'revert', more = item.question) => ({
    leaving: [item.id],
    told: () => t(`lessons.did.${key}`),
    more,
  });

  /** The keys are commands again at once: the focus does not fall from a field that goes. */
  function closeForm(): void {
    section.current?.focus({ preventScroll: true });
    setForm(null);
  }
  /** Its limits with those that it seems to have. */
  const seeming = {
    scope: [...item.scope, ...candidate.seems.scope],
    channels: [...item.channels, ...candidate.seems.channels],
  };
  function share(changed: LessonChange, told: string): void {
    // A shared one stays where it is.
    const leaving = candidate.standing === 'shared' ? [] : [item.id];
    act('lesson.approve', { ...its, ...changed }, { ...about('approve', changed.question), leaving, told: () => told });
  }
  function change(changed: LessonChange): void {
    closeForm();
    share(changed, t('lessons.did.approve'));
  }
  const run: Readonly<Record<Deed, () => void>> = {
    approve: () => (props.onMerge === null ? act('lesson.approve', its, about('approve')) : props.onMerge()),
    amend: () => setForm('amend'),
    narrow: () => setForm('narrow'),
    limit: () => share(seeming, t('lessons.did.limit', { limits: limitsText(t, { ...item, ...seeming }) })),
    entry: () => act('lesson.approve', { ...its, intoEntry: true }, about('entry')),
    reject: () => setForm('reject'),
    revert: () => setForm('revert'),
    aside: () => act('lesson.setAside', its, about('setAside')),
    replay: () => setIsReplaying(true),
  };
  function whyDone(why: string): void {
    closeForm();
    if (form === 'reject') act('lesson.reject', { ...its, reason: why }, about('reject'));
    else act('lesson.revert', { ...its, why }, about('revert'));
  }

  const command = (deed: Deed) => (form === null && deeds.includes(deed) ? run[deed] : null);
  const [source] = candidate.sources;
  const conversationId = source?.conversationId ?? item.conversationId;
  useCommand('accept', command('approve'));
  useCommand('edit', command('amend'));
  // Keys that mean something else beside a conversation: N goes to a gap, I opens macros, R drafts again, W words it.
  useCommand('nextGap', command('narrow'));
  useCommand('limit', command('limit'));
  useCommand('macros', command('entry'));
  useCommand('redraft', command('reject') ?? command('revert'));
  useCommand('dismiss', command('aside'));
  useCommand('word', command('replay'));
  const isHere = source === undefined ? !item.isForeign : source.person?.isElsewhere !== true;
  useCommand('open', form === null && isHere ? () => props.onOpenConversation(conversationId) : null);

  const [newest] = props.decisions;
  const canUndo =
    deeds.length === 0 &&
    newest !== undefined &&
    newest.undoneById === null &&
    (newest.act !== 'undo' || newest.again !== null);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={item.question}
      data-testid="lesson-detail"
      data-lesson-id={item.id}
      className="flex min-w-0 flex-1 flex-col overflow-y-auto outline-none"
    >
      {(deeds.length > 0 || canUndo) && (
        <div
          role="toolbar"
          aria-label={t('lessons.shortcuts')}
          className="sticky top-0 z-10 mb-4 flex flex-wrap gap-1.5 border-b border-line bg-surface px-5 py-2"
        >
          {deeds.filter(hasButton).map((deed) => (
            <Button
              key={deed}
              tone={deed === 'approve' ? 'primary' : deed === 'reject' || deed === 'revert' ? 'danger' : 'plain'}
              shortcut={deedKeys[deed]}
              data-testid={`lesson-${deed}`}
              disabled={form !== null}
              onClick={run[deed]}
            >
              {t(deed === 'replay' ? 'replay.open' : `lessons.do.${deed}`)}
            </Button>
          ))}
          {canUndo && (
            <Button data-testid="lesson-undo" onClick={() => props.onUndo(newest.id)}>
              {t('action.undo')}
            </Button>
          )}
        </div>
      )}
      <LessonDetail
        candidate={candidate}
        onLimit={command('limit')}
        decisions={props.decisions}
        effect={candidate.standing === 'shared' && <LessonEffectPart itemId={item.id} {...props} />}
        form={
          form === null ? null : form === 'amend' || form === 'narrow' ? (
            <LessonForm
              item={form === 'narrow' && candidate.standing !== 'shared' ? { ...item, ...seeming } : item}
              before={candidate.before}
              what={form}
              submit={t(submitLabels[candidate.standing === 'shared' ? 'shared' : 'waiting'][form])}
              onDone={change}
              onClose={closeForm}
            />
          ) : (
            <ReasonForm what={form} onDone={whyDone} onClose={closeForm} />
          )
        }
        onOpenConversation={props.onOpenConversation}
      />
      {isReplaying && props.renderReplay({ itemId: item.id }, () => setIsReplaying(false))}
    </section>
  );
}
