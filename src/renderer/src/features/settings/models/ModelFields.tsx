import { useId } from 'react';
import type { ModelConnection } from '#shared/contract/language-model.ts';
import type { ModelSettings } from '#shared/model/language-model.ts';
import { useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field, Select, TextInput } from '../../../ui/Field.tsx';
import { useSecretHint } from '../use-secret-hint.ts';
import { type EnteredModel, emptyModel, kindOf, modelKinds } from './model-kinds.ts';

/** Everything that is entered of a language model. */
export function ModelFields(props: {
  readonly entered: EnteredModel;
  readonly model: ModelConnection | null;
  /** Null while something is missing. */
  readonly settings: ModelSettings | null;
  readonly onChange: (entered: EnteredModel) => void;
}) {
  const { t } = useText();
  const { entered } = props;
  const { kind, needsKey } = kindOf(entered.kindId);
  const secretHint = useSecretHint(props.model?.hasSecret !== true, true);
  const set = (change: Partial<EnteredModel>): void => props.onChange({ ...entered, ...change });
  const text = (
    name: keyof EnteredModel,
    label: string,
    hint: string,
    extra: Readonly<Record<string, unknown>> = {},
    className = '',
  ) => (
    <Field label={label} hint={hint} className={className}>
      {(parts) => (
        <TextInput
          {...parts}
          {...extra}
          data-testid={`model-${name}`}
          value={entered[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('models.provider')}>
        {(parts) => (
          <Select
            id={parts.id}
            value={entered.kindId}
            options={modelKinds.map(({ id, name }) => ({ value: id, label: id === 'gguf' ? t('models.gguf') : name }))}
            onChange={(kindId) => props.onChange({ ...emptyModel(kindId), name: entered.name })}
          />
        )}
      </Field>
      {text('name', t('models.name'), t('models.nameHint'), { maxLength: 120 })}
      {kind === 'gguf' ? (
        <ModelFile entered={entered} onChange={props.onChange} />
      ) : (
        <>
          {text('baseUrl', t('models.address'), t('models.addressHint'))}
          <ModelNames {...props} />
          {text(
            'secret',
            t(needsKey ? 'models.key' : 'models.keyOptional'),
            secretHint,
            { type: 'password' },
            'col-span-2',
          )}
          <div className="col-span-2 grid grid-cols-3 gap-3">
            {text('inputPrice', t('models.inputPrice'), t('models.priceHint'), { inputMode: 'decimal' })}
            {text('outputPrice', t('models.outputPrice'), '', { inputMode: 'decimal' })}
            {text('currency', t('models.currency'), '', { maxLength: 3 })}
          </div>
        </>
      )}
    </div>
  );
}

/** The model's name, with those that the provider offers where it was asked. */
function ModelNames(props: Parameters<typeof ModelFields>[0]) {
  const { t } = useText();
  const report = useReport();
  const names = useRequest('model.names');
  const listId = useId();
  const { entered, model, onChange } = props;
  // Any name will do to ask for the names.
  const settings = props.settings;
  const secret = entered.secret === '' ? null : entered.secret;
  return (
    <Field
      label={t('models.model')}
      hint={
        settings === null ? undefined : (
          <button
            type="button"
            className="underline underline-offset-2"
            onClick={() => names.mutate({ modelId: model?.id ?? null, settings, secret }, { onError: report })}
          >
            {t(names.data === null ? 'models.noNames' : 'models.askNames')}
          </button>
        )
      }
    >
      {(parts) => (
        <>
          <TextInput
            {...parts}
            data-testid="model-model"
            list={listId}
            value={entered.model}
            onChange={(event) => onChange({ ...entered, model: event.target.value })}
          />
          <datalist id={listId}>
            {(names.data ?? []).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

/** A model file, named in the system's own window. */
function ModelFile(props: { readonly entered: EnteredModel; readonly onChange: (entered: EnteredModel) => void }) {
  const { t } = useText();
  const report = useReport();
  const choose = useRequest('model.chooseFile');
  const { entered } = props;
  return (
    <div className="col-span-2 flex items-center gap-3">
      <Button
        data-testid="model-choose-file"
        aria-disabled={choose.isPending}
        onClick={() =>
          choose.isPending ||
          choose.mutate(
            {},
            { onError: report, onSuccess: (path) => path !== null && props.onChange({ ...entered, path }) },
          )
        }
      >
        {t('models.chooseFile')}
      </Button>
      <p className="min-w-0 text-xs [overflow-wrap:anywhere] text-ink-3">
        {entered.path === '' ? t('models.fileHint') : entered.path}
      </p>
    </div>
  );
}
