import { useState } from 'react';
import type { Inbox } from '#shared/model/inbox.ts';
import type { MacroImportRow } from '#shared/model/macro.ts';
import { useRequest } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, Field, Select } from '../../ui/Field.tsx';

const results = ['added', 'updated', 'unchanged', 'kept', 'refused'] as const;

/** Kinds of inbox whose agents keep replies ready. */
export const helpdeskKinds: readonly string[] = ['zendesk', 'gorgias', 'freshdesk', 'chatwoot', 'libredesk'];

function Row({ row }: { readonly row: MacroImportRow }) {
  const { t } = useText();
  const tone =
    row.result === 'refused' ? 'amber' : row.result === 'added' || row.result === 'updated' ? 'accent' : 'neutral';
  return (
    <li className="flex flex-col gap-0.5 border-b border-line px-1 py-1.5 text-sm last:border-0">
      <span className="flex items-center gap-2">
        <Badge tone={tone}>{t(`macro.result.${row.result}`)}</Badge>
        <span className="min-w-0 truncate">{row.title}</span>
      </span>
      {row.reason !== null && <span className="text-xs text-ink-2">{t(`macro.reason.${row.reason}`)}</span>}
      {row.filesLeftOut.length > 0 && (
        <span className="text-xs text-amber">{t('macro.filesLeftOut', { list: row.filesLeftOut.join(' · ') })}</span>
      )}
      {row.asked.length > 0 && (
        <span className="text-xs text-ink-2">
          {t('macro.willAsk', { list: row.asked.map(({ from, label }) => `${from} → ${label}`).join(' · ') })}
        </span>
      )}
    </li>
  );
}

/** Takes macros over from a connected helpdesk: first what would become of each, then for good. */
export function MacroImport(props: { readonly inboxes: readonly Inbox[]; readonly onClose: () => void }) {
  const { t } = useText();
  const [inboxId, setInboxId] = useState(props.inboxes[0]?.id ?? '');
  const [withPrivate, setWithPrivate] = useState(false);
  const run = useRequest('macro.import');
  const rows = run.data ?? [];
  const isTold = run.data !== undefined && run.variables?.isDryRun === true;
  const isTaken = run.data !== undefined && run.variables?.isDryRun === false;
  const waiting = rows.filter(({ result }) => result === 'added' || result === 'updated').length;
  return (
    <Dialog
      title={t('macro.import')}
      closeLabel={t('action.close')}
      testId="macro-import"
      onClose={props.onClose}
      footer={
        isTaken ? (
          <Button tone="primary" onClick={props.onClose}>
            {t('action.close')}
          </Button>
        ) : (
          <>
            <Button onClick={props.onClose}>{t('action.cancel')}</Button>
            <Button
              tone="primary"
              data-testid="macro-import-run"
              disabled={run.isPending || (isTold && waiting === 0)}
              onClick={() => run.mutate({ inboxId, withPrivate, isDryRun: !isTold })}
            >
              {isTold ? t('macro.take', { count: waiting }) : t('macro.look')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-2">{t('macro.importAbout')}</p>
        <Field label={t('macro.from')}>
          {(parts) => (
            <Select
              id={parts.id}
              value={inboxId}
              options={props.inboxes.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => {
                setInboxId(id);
                run.reset();
              }}
            />
          )}
        </Field>
        <Checkbox
          label={t('macro.withPrivate')}
          isChecked={withPrivate}
          onChange={(isChecked) => {
            setWithPrivate(isChecked);
            run.reset();
          }}
        />
        {run.error !== null && <p className="text-sm text-red">{problemText(t, run.error).what}</p>}
        {run.data !== undefined && (
          <>
            <p className="text-sm font-medium" role="status">
              {isTaken && `${t('macro.taken')} `}
              {results
                .map((result) => ({ result, count: rows.filter((row) => row.result === result).length }))
                .filter(({ count }) => count > 0)
                .map(({ result, count }) => `${t(`macro.result.${result}`)}: ${count}`)
                .join(' · ') || t('macro.noneThere')}
            </p>
            <ul data-testid="macro-import-report" className="max-h-[44vh] overflow-y-auto">
              {rows.map((row, index) => (
                <Row key={index} row={row} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
