import { useText } from '../i18n/TextProvider.tsx';
import { Progress } from '../ui/Progress.tsx';
import { useTasks } from './tasks.ts';

/** The thin line at the top of the window while something long is running. */
export function ProgressLine() {
  const { t } = useText();
  const task = useTasks().at(-1);
  if (task === undefined) return null;
  return (
    <div className="absolute inset-x-0 top-0 z-30" title={t(`task.${task.task}`, { subject: task.subject })}>
      <Progress label={t(`task.${task.task}`, { subject: task.subject })} done={task.done} total={task.total} />
    </div>
  );
}
