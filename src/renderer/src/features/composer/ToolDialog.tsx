import type { ToolResult } from '#shared/model/writing-tool.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { modelProblemText } from '../../i18n/tool-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';
import type { ToolRun } from './use-text-tools.ts';

function Result({
  before,
  result,
  language,
}: {
  readonly before: string;
  readonly result: ToolResult;
  readonly language: string;
}) {
  const { t } = useText();
  const { by, changed, problems } = result;
  return (
    <>
      <p className="mb-3 text-xs text-ink-3">
        {by === null
          ? t('tools.noneServed')
          : by.kind === 'model'
            ? t('tools.madeBy', { name: by.modelName })
            : t(problems.length > 0 ? 'tools.fellBack' : 'tools.madeByDesk')}
        {changed && ` · ${t('tools.hint')}`}
      </p>
      {problems.length > 0 && (
        <ul className="mb-3 text-xs text-amber" data-testid="tool-problems">
          {problems.map((problem, index) => (
            <li key={index}>{modelProblemText(t, problem)}</li>
          ))}
        </ul>
      )}
      {changed ? (
        <WordDiff before={before} after={result.text} lang={language} />
      ) : (
        by !== null && <p className="text-sm">{t('tools.nothing')}</p>
      )}
    </>
  );
}

/**
 * What a tool made of the text, beside what it was. The focus is where Enter does what one came for: it accepts, or stops
 * what is under way. Esc leaves the text as it is.
 */
export function ToolDialog(props: {
  readonly run: ToolRun;
  readonly title: string;
  readonly language: string;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useText();
  const { before, result } = props.run;
  const isWorking = result === null;
  const canAccept = result?.changed === true;
  return (
    <Dialog
      title={props.title}
      closeLabel={t('action.close')}
      testId="tool-result"
      onClose={props.onLeave}
      footer={
        <>
          <Button data-testid="tool-leave" data-first-focus={canAccept ? undefined : true} onClick={props.onLeave}>
            {t(isWorking ? 'tools.stop' : canAccept ? 'composer.keepMine' : 'action.close')}
          </Button>
          {canAccept && (
            <Button tone="primary" data-testid="tool-accept" data-first-focus onClick={props.onAccept}>
              {t('tools.accept')}
            </Button>
          )}
        </>
      }
    >
      {isWorking ? (
        <p role="status" className="text-sm text-ink-2">
          {t('tools.working')}
        </p>
      ) : (
        <Result before={before} result={result} language={props.language} />
      )}
    </Dialog>
  );
}
