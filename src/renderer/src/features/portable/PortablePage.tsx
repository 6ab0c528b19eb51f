import { useAnswer } from '../../app/queries.ts';
import { BackupSection } from './BackupSection.tsx';
import { CorpusSection } from './CorpusSection.tsx';

/** Backup of the whole desk, and its knowledge as plain files. */
export function PortablePage() {
  const status = useAnswer('backup.status', {});
  if (status.data === undefined) return null;
  const refresh = (): void => void status.refetch();
  return (
    <div className="flex max-w-3xl flex-col gap-8" data-testid="portable">
      <BackupSection status={status.data} onChanged={refresh} />
      <CorpusSection signingKey={status.data.key} onChanged={refresh} />
    </div>
  );
}
