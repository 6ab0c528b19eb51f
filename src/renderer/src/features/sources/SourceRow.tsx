import { CircleAlert, RefreshCw, Square, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { RequestOutput } from '#shared/contract/index.ts';
import type { Task } from '../../app/tasks.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useNow } from '../../ui/use-now.ts';
import { type GivenFiles, acceptedFiles, pickedFiles } from './given-files.ts';
import { KindIcon, kindOf, whereOf } from './source-kinds.tsx';

export type ListedSource = RequestOutput<'source.list'>[number];

export type SourceActs = {
  readonly onRead: (given: GivenFiles | null) => void;
  readonly onStop: () => void;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
};

/** Reads a source again; one that is given by its bytes is asked for anew. */
export function ReadButton(props: { readonly source: ListedSource; readonly onRead: SourceActs['onRead'] }) {
  const { t } = useText();
  const picker = useRef<HTMLInputElement>(null);
  const isGiven = kindOf(props.source) === 'given';
  return (
    <>
      <Button
        icon={<RefreshCw size={14} />}
        data-testid="source-read"
        onClick={() => (isGiven ? picker.current?.click() : props.onRead(null))}
      >
        {t(isGiven ? 'sources.giveAgain' : props.source.readAt === null ? 'sources.read' : 'sources.readAgain')}
      </Button>
      {isGiven && (
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          data-testid="source-files-again"
          accept={acceptedFiles}
          onChange={(event) => {
            const given = pickedFiles(event.target.files);
            event.target.value = '';
            if (given !== null) props.onRead(given);
          }}
        />
      )}
    </>
  );
}

/** How many lines of its plan would write something. */
export function changesIn({ plan }: ListedSource): number {
  return plan === null ? 0 : plan.counts.added + plan.counts.changed + plan.counts.gone;
}

/** One source: what it is, where it is, how old it is, what is wrong with it, and what can be done. */
export function SourceRow(props: {
  readonly source: ListedSource;
  readonly placeName: string | null;
  readonly task: Task | undefined;
  readonly acts: SourceActs;
}) {
  const { t, format } = useText();
  const now = useNow();
  const { source, acts, task } = props;
  const where = whereOf(source);
  const changes = changesIn(source);
  const problem = source.problem === null ? null : problemText(t, source.problem);
  return (
    <li
      data-testid="source"
      data-kind={kindOf(source)}
      data-source-id={source.id}
      className="rounded-lg border border-line bg-raised"
    >
      <div className="flex items-center gap-3 px-4 py-3">
        <span className="text-accent-ink" title={t(`sources.kind.${kindOf(source)}`)}>
          <KindIcon kind={kindOf(source)} size={20} />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="flex items-center gap-2 text-sm font-semibold">
            <span className="truncate">{source.name}</span>
            {props.placeName !== null && <Badge>{props.placeName}</Badge>}
          </h3>
          <p className="truncate text-xs text-ink-2" title={where ?? undefined}>
            {where ?? t(kindOf(source) === 'given' ? 'sources.givenHere' : `sources.kind.${kindOf(source)}`)}
          </p>
          <p className="text-xs text-ink-3">
            {t('sources.entries', { count: source.entryCount })}
            {' · '}
            {source.readAt === null
              ? t('sources.neverRead')
              : t('sources.lastRead', { when: format.moment(source.readAt, now) })}
          </p>
        </div>
        {source.isReading ? (
          <Button icon={<Square size={12} />} data-testid="source-stop" onClick={acts.onStop}>
            {t('sources.stop')}
          </Button>
        ) : (
          <>
            {changes > 0 && (
              <Button tone="primary" data-testid="source-look" onClick={acts.onOpen}>
                {t('sources.look', { count: changes })}
              </Button>
            )}
            <ReadButton source={source} onRead={acts.onRead} />
          </>
        )}
        <IconButton
          label={t('sources.remove')}
          icon={<Trash2 size={15} />}
          data-testid="source-remove"
          onClick={acts.onRemove}
        />
      </div>
      {source.isReading && (
        <Progress
          label={t('sources.reading', { name: source.name })}
          done={task?.done ?? 0}
          total={task?.total ?? null}
        />
      )}
      {problem !== null && !source.isReading && (
        <p
          role="status"
          className="flex items-start gap-2 border-t border-line bg-red-soft/60 px-4 py-2 text-xs text-red"
        >
          <CircleAlert size={14} className="mt-0.5 shrink-0" />
          <span>
            {problem.what} {problem.remedy}
          </span>
        </p>
      )}
    </li>
  );
}
