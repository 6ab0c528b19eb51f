import { useState } from 'react';
import type { LedgerLine } from '#shared/model/ledger.ts';
import { useAnswer } from '../../../app/queries.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Checkbox } from '../../../ui/Field.tsx';

type Place = Pick<LedgerLine, 'id' | 'createdAt'>;

/** Everything that has left for a language model: to whom, when, for what, and the exact words. */
export function LedgerList({ storeId }: { readonly storeId: string }) {
  const { t } = useText();
  const [showsLocal, setShowsLocal] = useState(false);
  const [pages, setPages] = useState<ReadonlyArray<Place | null>>([null]);
  const [shown, setShown] = useState<LedgerLine | null>(null);
  return (
    <section className="flex flex-col gap-2" data-testid="ledger">
      <header className="flex items-end gap-4">
        <div className="flex-1">
          <h3 className="text-sm font-semibold">{t('ledger.title')}</h3>
          <p className="text-xs text-ink-3">{t('ledger.text')}</p>
        </div>
        <Checkbox
          label={t('ledger.local')}
          isChecked={showsLocal}
          onChange={(isChecked) => {
            setShowsLocal(isChecked);
            setPages([null]);
          }}
        />
      </header>
      <ol className="divide-y divide-line rounded-xl border border-line bg-raised">
        {pages.map((before, i) => (
          <LedgerPage
            key={before?.id ?? 'first'}
            storeId={storeId}
            showsLocal={showsLocal}
            before={before}
            onOpen={setShown}
            onMore={i === pages.length - 1 ? (last) => setPages([...pages, last]) : null}
          />
        ))}
      </ol>
      {shown !== null && <LedgerBody line={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

/** As many lines as the backend gives at once. */
const pageSize = 200;

function LedgerPage(props: {
  readonly storeId: string;
  readonly showsLocal: boolean;
  readonly before: Place | null;
  readonly onOpen: (line: LedgerLine) => void;
  /** Null where the next page is shown already. */
  readonly onMore: ((last: Place) => void) | null;
}) {
  const { t } = useText();
  const { storeId, before, onMore } = props;
  const lines = useAnswer('ledger.list', { storeId, isLocal: props.showsLocal ? null : false, before }).data;
  if (lines === undefined) return null;
  const last = lines.at(-1);
  return (
    <>
      {lines.length === 0 && before === null && <li className="px-4 py-3 text-sm text-ink-3">{t('ledger.none')}</li>}
      {lines.map((line) => (
        <LedgerRow key={line.id} line={line} onOpen={() => props.onOpen(line)} />
      ))}
      {onMore !== null && last !== undefined && lines.length === pageSize && (
        <li className="px-4 py-2">
          <Button size="small" onClick={() => onMore({ id: last.id, createdAt: last.createdAt })}>
            {t('ledger.more')}
          </Button>
        </li>
      )}
    </>
  );
}

function LedgerRow({ line, onOpen }: { readonly line: LedgerLine; readonly onOpen: () => void }) {
  const { t, format } = useText();
  const masked = Object.values(line.masked).reduce((sum, count) => sum + count, 0);
  const problem = line.problem === null ? null : problemText(t, line.problem, line.modelName).what;
  return (
    <li>
      <button
        type="button"
        data-testid="ledger-line"
        onClick={onOpen}
        className="flex w-full items-baseline gap-3 px-4 py-2 text-left text-sm hover:bg-surface"
      >
        <span className="numbers w-36 shrink-0 text-xs text-ink-3">{format.full(line.createdAt)}</span>
        <span className="min-w-0 flex-1 truncate">
          {t(`ledger.task.${line.task}`)} → {line.host}
          <span className="text-ink-3"> · {line.modelName}</span>
          {problem !== null && <span className="text-amber"> · {problem}</span>}
        </span>
        <span className="shrink-0 text-xs text-ink-3">
          {masked > 0 && `${t('ledger.masked', { count: masked })} · `}
          {format.size(line.size)}
        </span>
      </button>
    </li>
  );
}

function LedgerBody({ line, onClose }: { readonly line: LedgerLine; readonly onClose: () => void }) {
  const { t, format } = useText();
  const body = useAnswer('ledger.body', { lineId: line.id }).data;
  return (
    <Dialog
      title={t(line.isLocal ? 'ledger.whatWasAsked' : 'ledger.whatLeft')}
      size="wide"
      closeLabel={t('action.close')}
      testId="ledger-body"
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <p className="text-xs text-ink-3">
        {format.full(line.createdAt)} · {line.host} · {line.modelName} · {format.size(line.size)}
      </p>
      <p className="text-xs [overflow-wrap:anywhere] text-ink-3">SHA-256 {line.digest}</p>
      {body === null && <p className="mt-3 text-sm text-ink-2">{t('ledger.notKept')}</p>}
      {typeof body === 'string' && (
        <pre className="mt-3 max-h-[55vh] overflow-auto rounded-lg bg-sunken p-3 text-xs [overflow-wrap:anywhere] whitespace-pre-wrap">
          {body}
        </pre>
      )}
    </Dialog>
  );
}
