import { Layers } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { RequestOutput } from '#shared/contract/index.ts';
import type { KnowledgeContent, KnowledgePlace } from '#shared/model/knowledge.ts';
import { useAnswer } from '../../app/queries.ts';
import { useDebounced } from '../../app/use-debounced.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePlaces } from './place-words.ts';

type Layered = RequestOutput<'knowledge.layers'>['below'][number];

/** One entry above or below, to be read beside this one's words. */
function LayerLine(props: { readonly layered: Layered; readonly words: string; readonly more?: ReactNode }) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { entry } = props.layered;
  return (
    <li data-testid="layer" data-entry-id={entry.id}>
      <p className="[overflow-wrap:anywhere]">
        {props.words}{' '}
        <a
          href={`#/knowledge/${entry.id}`}
          lang={entry.language}
          className="font-medium underline decoration-ink-3/60 underline-offset-2 hover:text-ink"
        >
          {entry.question || t('evidence.untitled')}
        </a>
      </p>
      <div className="flex flex-wrap items-center gap-1">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="text-ink-3 underline underline-offset-2 hover:text-ink"
        >
          {t(isOpen ? 'action.less' : 'knowledge.readIt')}
        </button>
        {props.more}
      </div>
      {isOpen && (
        <p lang={entry.language} className="prose-mail mt-1 border-l-2 border-line-strong pl-2 text-sm">
          {entry.answer}
        </p>
      )}
    </li>
  );
}

/** In whose place an entry stands, and which others stand in its place. */
export function LayersNote(props: {
  readonly entryId: string | null;
  readonly place: KnowledgePlace;
  readonly content: KnowledgeContent;
  readonly problem: string | null;
  readonly onLeave: () => void;
}) {
  const { t } = useText();
  const places = usePlaces();
  const { kind, question, language, scope, overlaysEntryId } = props.content;
  const asked = useDebounced(question.trim(), 250);
  const { data } = useAnswer(
    'knowledge.layers',
    { id: props.entryId, ...props.place, kind, question: asked, language, scope, overlaysEntryId },
    { keepsLast: true },
  );
  const belowWords = (one: KnowledgePlace): string =>
    one.storeId === null ? t('knowledge.overBase') : t('knowledge.overStore', { store: places.nameOf(one) });
  const aboveWords = (one: KnowledgePlace): string =>
    one.setId === null
      ? t('knowledge.underStore', { store: places.nameOf(one) })
      : t('knowledge.underSet', { name: places.setName(one.setId) });
  if (data === undefined || (data.below.length === 0 && data.above.length === 0 && props.problem === null)) return null;
  return (
    <div
      data-testid="knowledge-layers"
      className="flex gap-2 rounded-lg border border-line bg-surface px-3 py-2 text-xs text-ink-2"
    >
      <Layers size={14} className="mt-px shrink-0 text-ink-3" aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <ul className="flex flex-col gap-2">
          {data.below.map((layered) => (
            <LayerLine
              key={layered.entry.id}
              layered={layered}
              words={belowWords(layered.entry)}
              more={
                layered.isNamed && (
                  <Button size="small" tone="quiet" className="h-5 px-1" onClick={props.onLeave}>
                    {t('knowledge.standAlone')}
                  </Button>
                )
              }
            />
          ))}
          {data.above.map((layered) => (
            <LayerLine key={layered.entry.id} layered={layered} words={aboveWords(layered.entry)} />
          ))}
        </ul>
        {props.problem !== null && (
          <p role="alert" className="text-red">
            {props.problem}
          </p>
        )}
      </div>
    </div>
  );
}
