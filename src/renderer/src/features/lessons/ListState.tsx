import { FileWarning } from 'lucide-react';
import { problemOf } from '#shared/errors.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** What stands in place of a list that is being read, or could not be; null where there is one. */
export function listState(error: Error | null, isPending: boolean): React.ReactNode {
  if (error !== null) return <Unread error={error} />;
  return isPending ? <Reading /> : null;
}

function Unread({ error }: { readonly error: Error }) {
  const { t } = useText();
  const problem = problemText(t, problemOf(error));
  return <EmptyState icon={<FileWarning size={28} />} title={problem.what} text={problem.remedy} />;
}

function Reading() {
  const { t } = useText();
  return (
    <div className="flex-1 p-8 text-center text-sm text-ink-2">
      <Progress className="mb-3" label={t('lessons.loading')} done={0} total={null} />
      {t('lessons.loading')}
    </div>
  );
}
