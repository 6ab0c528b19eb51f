import { useState } from 'react';
import type { ModelConnection } from '#shared/contract/language-model.ts';
import { useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { isSameTry } from '../same-try.ts';
import { MissingConsent, useMemoryConsent } from '../use-memory-consent.tsx';
import { ModelFields } from './ModelFields.tsx';
import { ModelReport } from './ModelReport.tsx';
import { emptyModel, enteredOf, kindOf, settingsOf } from './model-kinds.ts';

/** Connects a language model, or changes how. The key goes one way: it is never shown again. */
export function ModelForm(props: { readonly model: ModelConnection | null; readonly onClose: () => void }) {
  const { t } = useText();
  const report = useReport();
  const probe = useRequest('model.probe');
  const save = useRequest('model.save');
  const { model } = props;
  const [entered, setEntered] = useState(() =>
    model === null ? emptyModel('openai') : enteredOf(model.name, model.settings),
  );
  const settings = settingsOf(entered, model?.settings ?? null);
  const secret = entered.secret === '' ? null : entered.secret;
  const modelId = model?.id ?? null;
  const needsKey = kindOf(entered.kindId).needsKey && secret === null && model?.hasSecret !== true;
  const isComplete = settings !== null && !needsKey;
  const consent = useMemoryConsent(secret !== null);
  const canKeep = isComplete && !consent.isMissing;
  const isOfThis = isSameTry(probe.variables, { settings, secret });
  const problem = probe.error === null ? null : problemText(t, probe.error);

  function test(): void {
    if (isComplete) probe.mutate({ modelId, settings, secret });
  }

  function keep(): void {
    if (!canKeep) return;
    const name = entered.name.trim() === '' ? settings.model : entered.name.trim();
    save.mutate({ modelId, name, settings, secret }, { onError: report, onSuccess: props.onClose });
  }

  return (
    <Dialog
      title={t(model === null ? 'models.connect' : 'models.change')}
      closeLabel={t('action.close')}
      testId="model-form"
      onClose={props.onClose}
      footer={
        <>
          <Button data-testid="model-test" className="mr-auto" disabled={!isComplete || probe.isPending} onClick={test}>
            {t(probe.isPending ? 'mail.testing' : 'mail.test')}
          </Button>
          {isComplete && <MissingConsent isMissing={consent.isMissing} />}
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button tone="primary" data-testid="model-save" disabled={!canKeep || save.isPending} onClick={keep}>
            {t(model === null ? 'mail.connect' : 'action.save')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          test();
        }}
      >
        <ModelFields entered={entered} model={model} settings={settings} onChange={setEntered} />
        {consent.ask}
        {probe.isPending && <Progress label={t('mail.testing')} done={0} total={null} />}
        {probe.data !== undefined && !probe.isPending && isOfThis && (
          <ModelReport key={probe.submittedAt} report={probe.data} />
        )}
        {problem !== null && !probe.isPending && isOfThis && (
          <p role="alert" className="text-sm text-red">
            {problem.what} {problem.remedy}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
