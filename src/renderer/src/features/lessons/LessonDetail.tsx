import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type {
  LessonCandidate,
  LessonContradiction,
  LessonDecision,
  LessonSource,
} from '#shared/model/lesson-review.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { DecisionLine } from './DecisionLine.tsx';
import { deedKeys } from './deeds.ts';
import { groupsText, limitsText, reachText, riskTone } from './lesson-words.ts';
import { usePersonText } from './use-person-text.ts';

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-semibold text-ink-2">{title}</h3>
      {children}
    </section>
  );
}

/** `isCorrected`: it is the entry that the lesson corrects, whose words stand there already. */
function Contradiction({ one, isCorrected }: { readonly one: LessonContradiction; readonly isCorrected: boolean }) {
  const { t } = useText();
  const isShort = one.itSays !== '' && one.lessonSays !== '';
  const says = { it: one.itSays, lesson: one.lessonSays };
  return (
    <li
      className="rounded-lg border border-red-line bg-red-soft/40 px-3 py-2 text-sm"
      data-testid="lesson-contradiction"
    >
      <p className="font-medium">
        {!isShort
          ? t(isCorrected ? 'lessons.correctedSaysOtherwise' : 'lessons.saysOtherwise')
          : one.kind === 'knowledge'
            ? t('lessons.saysEntry', says)
            : t('lessons.saysLesson', says)}
      </p>
      <a
        className="mt-0.5 block truncate text-xs text-accent-ink underline-offset-2 hover:underline"
        href={one.kind === 'knowledge' ? `#/knowledge/${one.id}` : `#/lessons/shared/${one.id}`}
      >
        {one.question || t('evidence.untitled')}
      </a>
      {!isCorrected && <p className="mt-0.5 line-clamp-3 text-xs text-ink-2">{one.answer}</p>}
    </li>
  );
}

/** What a lesson seems to be limited to: what is known can be made its limit, other names are only told. */
function Seeming(props: { readonly seems: LessonCandidate['seems']; readonly onLimit: (() => void) | null }) {
  const { t } = useText();
  const { scope, channels, names } = props.seems;
  const limits = [...scope, ...channels.map((channel) => t(`channel.${channel}`))];
  if (limits.length + names.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2" data-testid="lesson-seems">
      {limits.length > 0 && (
        <>
          <span>{t('lessons.seems')}</span>
          {limits.map((limit) => (
            <span key={limit} className="rounded border border-dashed border-line-strong px-1.5">
              {limit}
            </span>
          ))}
          {props.onLimit !== null && (
            <Button size="small" shortcut={deedKeys.limit} data-testid="lesson-limit" onClick={props.onLimit}>
              {t('lessons.do.limit')}
            </Button>
          )}
        </>
      )}
      {names.length > 0 && (
        <span className="text-ink-3">
          {limits.length > 0
            ? t('lessons.seemsNames', { names: names.join(', ') })
            : `${t('lessons.seems')} ${names.join(', ')}`}
        </span>
      )}
    </p>
  );
}

/** What is known of a lesson: what it says, what speaks against it, where it comes from and whom it concerns. */
export function LessonDetail(props: {
  readonly candidate: LessonCandidate;
  readonly decisions: readonly LessonDecision[];
  /** Shares it for what it seems to be limited to; null: not now. */
  readonly onLimit: (() => void) | null;
  /** In place of the words while they are being changed. */
  readonly form: ReactNode;
  readonly effect: ReactNode;
  readonly onOpenConversation: (conversationId: string) => void;
}) {
  const { t, format } = useText();
  const personText = usePersonText();
  const now = useNow();
  const { candidate } = props;
  const { item, entry } = candidate;
  const limits = limitsText(t, item);
  const groups = groupsText(t, item);
  return (
    <div className="flex max-w-3xl flex-col gap-5 px-5 pb-6">
      <header className="flex flex-col gap-1.5">
        <h2 className="text-lg font-semibold break-words" lang={item.language}>
          {item.question}
        </h2>
        <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
          <Badge tone="violet">{t(`lessons.type.${item.type ?? 'unknown'}`)}</Badge>
          {candidate.risks.map((risk) => (
            <Badge key={risk} tone={riskTone(risk)}>
              {t(`lessons.risk.${risk}`)}
            </Badge>
          ))}
          <span>{reachText(t, candidate, personText(candidate.author))}</span>
        </p>
        {limits !== '' && (
          <p className="flex flex-wrap items-baseline gap-1.5 text-xs text-ink-2" data-testid="lesson-limits">
            {t('lessons.limits')}
            <span className="rounded bg-blue-soft px-1.5 text-blue">{limits}</span>
          </p>
        )}
        {(candidate.standing === 'waiting' || candidate.standing === 'setAside') && (
          <Seeming seems={candidate.seems} onLimit={props.onLimit} />
        )}
        {groups !== '' && (
          <p className="text-xs text-ink-3" data-testid="lesson-groups">
            {t('lessons.groups', { groups })}
          </p>
        )}
        {candidate.standing === 'waiting' && (
          <p className="text-xs text-ink-3">{t(`lessons.wait.${candidate.waitsFor}`)}</p>
        )}
      </header>
      {props.form ?? (
        <Part title={t(candidate.before === '' ? 'lessons.new' : 'lessons.before')}>
          <div className="rounded-xl border border-line bg-raised px-4 py-3" data-testid="lesson-words">
            <WordDiff
              before={candidate.before === '' ? item.answer : candidate.before}
              after={item.answer}
              lang={item.language}
            />
          </div>
        </Part>
      )}
      {props.effect}
      {candidate.contradicts.length > 0 && (
        <Part title={t('lessons.contradicts')}>
          <ul className="flex flex-col gap-1.5">
            {candidate.contradicts.map((one) => (
              <Contradiction key={one.id} one={one} isCorrected={one.id === entry?.id} />
            ))}
          </ul>
        </Part>
      )}
      {entry !== null && (
        <Part title={t('lessons.corrects')}>
          <a
            className="inline-flex max-w-full items-center gap-1 text-sm text-accent-ink underline-offset-2 hover:underline"
            href={`#/knowledge/${entry.id}`}
          >
            <span className="truncate">{entry.question || t('evidence.untitled')}</span>
            <ArrowRight size={13} className="shrink-0" aria-hidden />
          </a>
          {entry.state === 'retired' && <p className="text-xs text-red">{t('lessons.entryGone')}</p>}
          {/* What was drafted is mostly what the entry says: it is not said twice. */}
          {entry.answer !== candidate.before && (
            <p className="mt-0.5 line-clamp-4 text-sm text-ink-2" lang={entry.language}>
              {entry.answer}
            </p>
          )}
        </Part>
      )}
      {candidate.supersedes !== null && (
        <Part title={t('lessons.supersedes')}>
          <a
            className="text-sm text-accent-ink underline-offset-2 hover:underline"
            href={`#/lessons/shared/${candidate.supersedes.id}`}
          >
            {candidate.supersedes.question}
          </a>
          <p className="mt-0.5 line-clamp-3 text-sm text-ink-2">{candidate.supersedes.answer}</p>
        </Part>
      )}
      {candidate.sources.length > 0 && (
        <Part title={t('lessons.replies')}>
          <ul className="flex flex-col gap-1.5">
            {candidate.sources.map((source) => (
              <li key={source.outcomeId} className="rounded-lg border border-line px-3 py-2 text-sm">
                <OpenLine
                  who={personText(source.person)}
                  text={source.customer}
                  when={format.moment(source.at, now)}
                  onOpen={isElsewhere(source) ? null : () => props.onOpenConversation(source.conversationId)}
                />
                {isElsewhere(source) ? (
                  <p className="text-xs text-ink-3">{t('lessons.repliesElsewhere')}</p>
                ) : source.sentText === '' ? (
                  <p className="text-xs text-ink-3">{t('lessons.repliesGone')}</p>
                ) : (
                  <details className="mt-1 text-xs">
                    <summary className="cursor-pointer text-ink-3">{t('lessons.draftAndSent')}</summary>
                    <div className="mt-1 border-l-2 border-line pl-2">
                      <WordDiff before={source.draftText || source.sentText} after={source.sentText} />
                    </div>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('lessons.cases')}>
        {candidate.cases.length === 0 ? (
          <p className="text-xs text-ink-3">
            {t(candidate.customers === null ? 'lessons.notLookedYet' : 'lessons.noCases')}
          </p>
        ) : (
          <ul className="flex flex-col">
            {candidate.cases.map((one) => (
              <li key={`${one.conversationId} ${one.askedAt}`}>
                <OpenLine
                  who={one.customer}
                  text={one.ask}
                  when={format.moment(one.askedAt, now)}
                  onOpen={() => props.onOpenConversation(one.conversationId)}
                />
              </li>
            ))}
          </ul>
        )}
      </Part>
      {props.decisions.length > 0 && (
        <Part title={t('lessons.earlier')}>
          <ul className="flex flex-col gap-1 text-xs text-ink-2">
            {props.decisions.map((decision) => (
              <li key={decision.id}>
                <DecisionLine decision={decision} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function isElsewhere({ person }: LessonSource): boolean {
  return person?.isElsewhere === true;
}

/** A conversation in one line: who, what and when; a click opens it, where it is here (`onOpen` null: it is not). */
export function OpenLine(props: {
  readonly who: string;
  readonly text: string;
  readonly when: string;
  readonly onOpen: (() => void) | null;
}) {
  const { t } = useText();
  const when = <time className="numbers shrink-0 text-ink-3">{props.when}</time>;
  if (props.onOpen === null)
    return (
      <p className="flex items-baseline gap-2 py-0.5 text-xs">
        <span className="min-w-0 flex-1 truncate text-ink-2">{props.who}</span>
        {when}
      </p>
    );
  return (
    <button
      type="button"
      title={t('lessons.openConversation')}
      onClick={props.onOpen}
      className="-mx-1 flex w-full items-baseline gap-2 rounded px-1 py-0.5 text-left text-xs hover:bg-sunken"
    >
      <span className="w-28 shrink-0 truncate text-ink-2">{props.who}</span>
      <span className="min-w-0 flex-1 truncate">{props.text}</span>
      {when}
      <ArrowRight size={12} className="shrink-0 self-center text-ink-3" aria-hidden />
    </button>
  );
}
