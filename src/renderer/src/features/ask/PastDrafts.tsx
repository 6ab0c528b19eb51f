import { useState } from 'react';
import type { RequestOutput } from '#shared/contract/index.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { Sureness } from './Sureness.tsx';

type PastDraft = RequestOutput<'draft.history'>[number];

const tones: Record<PastDraft['draft']['state'], Tone> = {
  open: 'blue',
  stale: 'neutral',
  accepted: 'accent',
  discarded: 'red',
};

/** What an entry said when the draft used it, and what has become of it. */
function SaidThen({ past, place }: { readonly past: PastDraft; readonly place: number }) {
  const { t, format } = useText();
  const evidence = past.draft.evidence[place];
  if (evidence === undefined) return null;
  const since = past.saysNow.find((one) => one.entryId === evidence.id);
  const used = since?.used;
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2">
      <p className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-sm font-medium" lang={evidence.language}>
          {evidence.question || t('evidence.untitled')}
        </span>
        <Sureness confidence={evidence.confidence} />
      </p>
      <p className="prose-mail mt-0.5 text-sm text-ink-2" lang={evidence.language}>
        {evidence.answer}
      </p>
      {used && (
        <p className="mt-1 text-2xs text-ink-3">
          {used.who === ''
            ? t('pastDrafts.version', { version: used.version, when: format.full(used.writtenAt) })
            : t('pastDrafts.versionBy', { version: used.version, when: format.full(used.writtenAt), who: used.who })}
          {used.why === '' ? '' : ` · ${used.why}`}
          {since.now === null && ` · ${t('pastDrafts.same')}`}
          {since.now?.state === 'retired' && ` · ${t('pastDrafts.retired')}`}
        </p>
      )}
      {since?.now?.state === 'active' && (
        <div className="mt-1.5 border-l-2 border-line pl-2">
          <p className="text-2xs text-ink-3">{t('pastDrafts.now')}</p>
          <WordDiff before={evidence.answer} after={since.now.answer} lang={evidence.language} />
        </div>
      )}
    </div>
  );
}

function DraftThen({ past }: { readonly past: PastDraft }) {
  const { t } = useText();
  const { draft } = past;
  const used = [...new Set(draft.asks.flatMap((ask) => ask.evidence ?? []))];
  return (
    <article className="flex min-w-0 flex-1 flex-col gap-3 overflow-y-auto pl-4">
      {draft.silence === null ? (
        <p className="prose-mail text-sm" lang={draft.language}>
          {draft.text}
        </p>
      ) : (
        <p className="text-sm text-amber">
          {t('ask.silent')}: {t(`silence.${draft.silence}`)}
        </p>
      )}
      {used.length > 0 && <h3 className="text-xs font-medium text-ink-3">{t('pastDrafts.why')}</h3>}
      {used.map((place) => (
        <SaidThen key={place} past={past} place={place} />
      ))}
    </article>
  );
}

/** Every draft of a conversation with its evidence as it was that day. */
export function PastDrafts(props: { readonly conversationId: string; readonly onClose: () => void }) {
  const { t, format } = useText();
  const history = useAnswer('draft.history', { conversationId: props.conversationId });
  const [chosen, setChosen] = useState(0);
  const drafts = history.data ?? [];
  const past = drafts[chosen] ?? drafts[0];
  return (
    <Dialog
      title={t('pastDrafts.title')}
      closeLabel={t('action.close')}
      size="wide"
      testId="past-drafts"
      onClose={props.onClose}
    >
      {past === undefined ? (
        !history.isPending && <EmptyState title={t('pastDrafts.none')} />
      ) : (
        <div className="flex min-h-72">
          <ol className="w-60 shrink-0 border-r border-line pr-3">
            {drafts.map(({ draft }, i) => (
              <li key={draft.id}>
                <button
                  type="button"
                  data-testid="past-draft"
                  aria-current={i === chosen}
                  onClick={() => setChosen(i)}
                  className="flex w-full items-center justify-between gap-2 rounded-md px-2 py-1.5 text-left text-xs hover:bg-sunken aria-[current=true]:bg-accent-soft"
                >
                  <time className="numbers">{format.full(draft.createdAt)}</time>
                  <Badge tone={tones[draft.state]}>{t(`pastDrafts.state.${draft.state}`)}</Badge>
                </button>
              </li>
            ))}
          </ol>
          <DraftThen past={past} />
        </div>
      )}
    </Dialog>
  );
}
