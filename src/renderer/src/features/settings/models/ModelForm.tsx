import { useState } from 'react';
import type { ModelConnection } from '#shared/contract/language-model.ts';
import { useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { isSameTry } from '../same-try.ts';
import { TryFrame } from '../TryFrame.tsx';
import { useMemoryConsent } from '../use-memory-consent.tsx';
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
  const isOfThis = isSameTry(probe.variables, { settings, secret });
  const product = kindOf(entered.kindId).name;
  const problem = probe.error === null ? null : problemText(t, probe.error, product);

  function test(): void {
    if (isComplete) probe.mutate({ modelId, settings, secret });
  }

  function keep(): void {
    if (!isComplete) return;
    const name = entered.name.trim() === '' ? settings.model : entered.name.trim();
    save.mutate({ modelId, name, settings, secret }, { onError: report, onSuccess: props.onClose });
  }

  return (
    <TryFrame
      title={t(model === null ? 'models.connect' : 'models.change')}
      testId="model-form"
      what="model"
      isNew={model === null}
      isComplete={isComplete}
      consent={consent}
      isTrying={probe.isPending}
      isKeeping={save.isPending}
      report={
        probe.data !== undefined &&
        isOfThis && <ModelReport key={probe.submittedAt} report={probe.data} product={product} />
      }
      problem={isOfThis ? problem : null}
      onTry={test}
      onKeep={keep}
      onClose={props.onClose}
    >
      <ModelFields entered={entered} model={model} settings={settings} onChange={setEntered} />
    </TryFrame>
  );
}
