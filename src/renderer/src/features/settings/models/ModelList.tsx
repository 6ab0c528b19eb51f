import { Cloud, Laptop } from 'lucide-react';
import { useState } from 'react';
import type { ModelConnection } from '#shared/contract/language-model.ts';
import { useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ModelForm } from './ModelForm.tsx';
import { kindOfSettings } from './model-kinds.ts';

type Open = { readonly what: 'form' | 'parting'; readonly model: ModelConnection | null };

/** The language models of this desk: connecting one, changing it, parting from it. */
export function ModelList({ models }: { readonly models: readonly ModelConnection[] }) {
  const { t } = useText();
  const report = useReport();
  const remove = useRequest('model.remove');
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <h3 className="flex-1 text-sm font-semibold">{t('models.title')}</h3>
        <Button
          size="small"
          tone={models.length === 0 ? 'primary' : 'plain'}
          data-testid="model-connect"
          onClick={() => setOpen({ what: 'form', model: null })}
        >
          {t('models.connect')}
        </Button>
      </div>
      {models.length === 0 ? (
        <p className="rounded-xl border border-line bg-raised px-4 py-3 text-sm text-ink-3">{t('models.none')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-raised">
          {models.map((model) => (
            <ModelRow
              key={model.id}
              model={model}
              onChange={() => setOpen({ what: 'form', model })}
              onRemove={() => setOpen({ what: 'parting', model })}
            />
          ))}
        </ul>
      )}
      {open?.what === 'form' && <ModelForm model={open.model} onClose={close} />}
      {open?.what === 'parting' && open.model !== null && (
        <Dialog
          title={t('models.removeTitle', { name: open.model.name })}
          closeLabel={t('action.close')}
          testId="model-parting"
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{t('action.cancel')}</Button>
              <Button
                tone="danger"
                data-testid="model-remove-confirm"
                onClick={() => {
                  if (open.model !== null) remove.mutate({ modelId: open.model.id }, { onError: report });
                  close();
                }}
              >
                {t('models.remove')}
              </Button>
            </>
          }
        >
          <p className="text-sm text-ink-2">{t('models.removeText')}</p>
        </Dialog>
      )}
    </section>
  );
}

function ModelRow(props: {
  readonly model: ModelConnection;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useText();
  const { model } = props;
  const { settings } = model;
  const Icon = model.isLocal ? Laptop : Cloud;
  const isKeyGone = !model.hasSecret && (settings.kind === 'anthropic' || settings.kind === 'gemini');
  const where = settings.kind === 'gguf' ? settings.path : `${hostOf(settings.baseUrl)} · ${settings.model}`;
  return (
    <li className="flex items-center gap-3 px-4 py-2.5" data-testid="model-row">
      <Icon size={18} className="shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">
          {model.name} <span className="text-xs text-ink-3">{kindOfSettings(settings).name}</span>
        </p>
        <p className="truncate text-xs text-ink-3">
          {t(model.isLocal ? 'models.here' : 'models.elsewhere')} · {where}
        </p>
        {isKeyGone && <p className="text-xs text-red">{t('problem.missing')}</p>}
      </div>
      <Button size="small" onClick={props.onChange}>
        {t('models.change')}
      </Button>
      <Button size="small" tone="quiet" onClick={props.onRemove}>
        {t('models.remove')}
      </Button>
    </li>
  );
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
