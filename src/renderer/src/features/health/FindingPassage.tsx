import { Pencil } from 'lucide-react';
import type { FindingSpan } from '#shared/model/finding.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { markedParts } from './marked-text.ts';

/** One of the entries of a finding, as it answers now, with what it disagrees in marked. */
export function FindingPassage(props: {
  readonly entry: KnowledgeEntry;
  readonly spans: readonly FindingSpan[];
  readonly now: number;
  readonly shortcut: string | undefined;
  readonly onEdit: () => void;
}) {
  const { t, format } = useText();
  const { entry } = props;
  const spans = props.spans.filter((span) => span.entryId === entry.id);
  return (
    <article
      data-testid="finding-passage"
      data-entry-id={entry.id}
      tabIndex={0}
      onKeyDown={(event) => {
        const { currentTarget: passage, target, key } = event;
        const other =
          key === 'ArrowRight'
            ? passage.nextElementSibling
            : key === 'ArrowLeft'
              ? passage.previousElementSibling
              : null;
        if (target !== passage || !(other instanceof HTMLElement)) return;
        event.preventDefault();
        other.focus();
      }}
      className="flex min-w-0 flex-1 basis-72 flex-col gap-2 rounded-xl border border-line bg-raised p-4"
    >
      {entry.question !== '' && (
        <h3 className="text-sm font-semibold" lang={entry.language}>
          {entry.question}
        </h3>
      )}
      <p className="prose-mail text-sm whitespace-pre-wrap" lang={entry.language}>
        {markedParts(entry.answer, spans).map((part, index) =>
          part.isMarked ? (
            <mark key={index} className="rounded bg-amber-soft px-0.5 font-medium text-amber">
              {part.text}
            </mark>
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
      </p>
      <footer className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-xs text-ink-3">
        {entry.topic !== null && <Badge>{entry.topic}</Badge>}
        {entry.scope.map((one) => (
          <Badge key={one}>{one}</Badge>
        ))}
        <span>
          {entry.change.who === ''
            ? t('health.written', { when: format.moment(entry.updatedAt, props.now) })
            : t('health.writtenBy', { who: entry.change.who, when: format.moment(entry.updatedAt, props.now) })}
        </span>
        {entry.source.file !== null && <span className="truncate">{entry.source.file}</span>}
        <span className="flex-1" />
        <Button
          size="small"
          icon={<Pencil size={12} />}
          shortcut={props.shortcut}
          data-testid="finding-edit"
          onClick={props.onEdit}
        >
          {t('action.edit')}
        </Button>
      </footer>
    </article>
  );
}
