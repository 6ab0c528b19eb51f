import { Store } from 'lucide-react';
import type { AskReasoning, Reasoning } from '#shared/model/reasoning.ts';
import { silenceText } from '../../i18n/silence-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { CandidateRow } from './CandidateRow.tsx';
import { LeftOutRow } from './LeftOutRow.tsx';
import { Sureness } from './Sureness.tsx';

type Opening = { readonly onOpenEntry: (entryId: string) => void; readonly onOpenLessons: () => void };

function Heading({ children }: { readonly children: React.ReactNode }) {
  return <h3 className="text-xs font-medium text-ink-3">{children}</h3>;
}

function Asked(props: Opening & { readonly ask: AskReasoning; readonly number: number; readonly count: number }) {
  const { t, format } = useText();
  const { ask } = props;
  return (
    <section data-testid="ask-asked" className="flex flex-col gap-2 border-t border-line pt-4">
      {props.count > 1 && <Heading>{t('ask.asked', { number: props.number, count: props.count })}</Heading>}
      <p className="text-sm font-semibold">{ask.text}</p>
      {ask.silence !== null && <p className="text-sm text-amber">{silenceText(t, format, ask)}</p>}
      {ask.asksShop && (
        <p className="flex items-center gap-1.5 text-xs text-blue">
          <Store size={13} />
          {t('ask.shopFirst')}
        </p>
      )}
      <Heading>{t(ask.candidates.length === 0 ? 'ask.foundNothing' : 'ask.found')}</Heading>
      {ask.candidates.length > 0 && (
        <ol className="flex flex-col gap-1.5">
          {ask.candidates.map((passage) => (
            <CandidateRow
              key={passage.evidence.id}
              passage={passage}
              isTold={passage.evidence.id === ask.offeredId}
              onOpen={() =>
                passage.layer === 'lesson' ? props.onOpenLessons() : props.onOpenEntry(passage.evidence.id)
              }
            />
          ))}
        </ol>
      )}
      {ask.leftOut.length > 0 && (
        <>
          <Heading>{t('ask.leftOut')}</Heading>
          <ul className="-mx-3 flex flex-col">
            {ask.leftOut.map((passage) => (
              <LeftOutRow key={passage.entryId} passage={passage} onOpen={() => props.onOpenEntry(passage.entryId)} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The reply first, then each ask with what was found for it and what was left out. */
export function ReasoningView(props: Opening & { readonly reasoning: Reasoning }) {
  const { t } = useText();
  const { reply, asks, language } = props.reasoning;
  return (
    <div data-testid="ask-result" className="flex flex-col gap-4">
      <section className="rounded-lg border border-line bg-raised px-4 py-3">
        <header className="mb-2 flex items-center gap-2">
          <Heading>{t('ask.reply')}</Heading>
          <span className="flex-1 text-xs text-ink-3">{t(`languageShort.${language}`)}</span>
          {reply.silence === null && <Sureness confidence={reply.confidence} />}
        </header>
        {reply.silence === null ? (
          <p className="prose-mail text-sm" lang={language} data-testid="ask-reply">
            {reply.text}
          </p>
        ) : (
          <p className="text-sm text-amber" data-testid="ask-reply">
            {t('ask.silent')}: {t(`silence.${reply.silence}`)}
          </p>
        )}
      </section>
      {asks.map((ask, i) => (
        <Asked key={i} {...props} ask={ask} number={i + 1} count={asks.length} />
      ))}
    </div>
  );
}
