import { useState } from 'react';
import { type ReplyFile, deskFileRules, fileFaultOf, withoutDoubles } from '#shared/model/reply-file.ts';
import { AppError } from '#shared/errors.ts';
import { AttachButton } from '../../app/AttachButton.tsx';
import { FileChips } from '../../app/FileChips.tsx';
import { useBackend } from '../../app/queries.ts';
import { readGiven } from '../../app/read-given.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { useLatest } from '../../ui/use-latest.ts';

/** Files that go along with a macro. They are kept at once, and belong to it once it is saved. */
export function MacroFiles(props: {
  readonly files: readonly ReplyFile[];
  readonly onChange: (files: readonly ReplyFile[]) => void;
}) {
  const { t } = useText();
  const backend = useBackend();
  const report = useReport();
  const latest = useLatest(props);
  const [busy, setBusy] = useState(0);

  async function add(given: readonly File[]): Promise<void> {
    setBusy((count) => count + 1);
    let added: readonly ReplyFile[] = [];
    for (const file of given)
      try {
        const kept = await backend.call('file.keep', await readGiven(file, deskFileRules));
        const next = [...added, kept];
        refuseFaulty(withoutDoubles([...latest.current.files, ...next]));
        added = next;
      } catch (error) {
        report(error);
      }
    setBusy((count) => count - 1);
    if (added.length > 0) latest.current.onChange(withoutDoubles([...latest.current.files, ...added]));
  }

  return (
    <section aria-label={t('macro.files')} className="flex flex-col gap-1.5">
      <h3 className="flex items-center gap-1 text-xs font-medium text-ink-2">
        {t('macro.files')}
        <AttachButton rules={deskFileRules} onFiles={(files) => void add(files)} />
        {busy > 0 && <span role="status">{t('files.attaching')}</span>}
      </h3>
      <FileChips
        files={props.files}
        onRemove={({ sha256 }) => props.onChange(props.files.filter((file) => file.sha256 !== sha256))}
      />
      <p className="text-xs text-ink-3">{t('macro.filesHint')}</p>
    </section>
  );
}

function refuseFaulty(files: readonly ReplyFile[]): void {
  const fault = fileFaultOf(files, deskFileRules);
  if (fault === null) return;
  const max = fault.fault === 'too_many' ? fault.maxFiles : 'maxBytes' in fault ? fault.maxBytes : 0;
  throw new AppError('files_refused', 'The macro cannot carry it', { detail: { reason: fault.fault, max } });
}
