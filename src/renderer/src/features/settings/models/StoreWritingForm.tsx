import { ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import type { ModelConnection } from '#shared/contract/language-model.ts';
import type { WritingTask } from '#shared/model/language-model.ts';
import type { StoreWriting } from '#shared/model/writing.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Checkbox, Select } from '../../../ui/Field.tsx';

const tasks: readonly WritingTask[] = ['draft', 'rewrite', 'translate', 'summarise'];

/** Says which models may write for a store, task by task, and whether anything may leave. Key it by what is saved. */
export function StoreWritingForm(props: {
  readonly writing: StoreWriting;
  readonly models: readonly ModelConnection[];
  readonly isBusy: boolean;
  readonly onSave: (writing: StoreWriting) => void;
}) {
  const { t } = useText();
  const [writing, setWriting] = useState(props.writing);
  const isChanged = JSON.stringify(writing) !== JSON.stringify(props.writing);
  const isOpen = !writing.isLocalOnly && props.writing.isLocalOnly;
  return (
    <div className="flex flex-col gap-4" data-testid="store-writing">
      <div className={writing.isLocalOnly ? '' : 'rounded-lg border border-amber-line bg-amber-soft p-3'}>
        <Checkbox
          label={t('models.localOnly')}
          hint={t(writing.isLocalOnly ? 'models.localOnlyText' : 'models.openText')}
          isChecked={writing.isLocalOnly}
          onChange={(isLocalOnly) => setWriting({ ...writing, isLocalOnly })}
        />
      </div>
      {props.models.length > 0 && (
        <>
          <div className="flex flex-col gap-2.5">
            {tasks.map((task) => (
              <Chain
                key={task}
                task={task}
                chain={writing.chains[task]}
                models={props.models}
                isLocalOnly={writing.isLocalOnly}
                onChange={(chain) => setWriting({ ...writing, chains: { ...writing.chains, [task]: chain } })}
              />
            ))}
          </div>
          <Checkbox
            label={t('models.ahead')}
            hint={t('models.aheadText')}
            isChecked={writing.isAhead}
            onChange={(isAhead) => setWriting({ ...writing, isAhead })}
          />
        </>
      )}
      <div className="flex items-center gap-3">
        {isOpen && <p className="text-xs text-amber">{t('models.opening')}</p>}
        <Button
          tone="primary"
          className="ml-auto"
          data-testid="store-writing-save"
          disabled={!isChanged || props.isBusy}
          onClick={() => props.onSave(writing)}
        >
          {t('action.save')}
        </Button>
      </div>
    </div>
  );
}

/** The models of one task, in the order in which they are asked. */
function Chain(props: {
  readonly task: WritingTask;
  readonly chain: readonly string[];
  readonly models: readonly ModelConnection[];
  readonly isLocalOnly: boolean;
  readonly onChange: (chain: string[]) => void;
}) {
  const { t } = useText();
  const { chain, models, task } = props;
  const named = chain.flatMap((id) => models.find((model) => model.id === id) ?? []);
  const others = models.filter(({ id }) => !chain.includes(id));
  const put = (next: readonly ModelConnection[]): void => props.onChange(next.map(({ id }) => id));
  return (
    <div className="flex flex-wrap items-center gap-1.5" data-testid={`chain-${task}`}>
      <span className="w-36 text-sm">{t(`models.task.${task}`)}</span>
      {named.map((model, i) => {
        const isKept = props.isLocalOnly && !model.isLocal;
        return (
          <span
            key={model.id}
            title={isKept ? t('models.notAsked') : undefined}
            className="inline-flex h-7 items-center gap-1 rounded-md border border-line bg-raised pl-2 text-sm"
          >
            <span className={isKept ? 'text-ink-3 line-through' : ''}>{model.name}</span>
            {i > 0 && (
              <IconButton
                label={t('models.askEarlier', { name: model.name })}
                icon={<ArrowUp size={13} className="-rotate-90" />}
                onClick={() => put(named.toSpliced(i - 1, 2, model, ...named.slice(i - 1, i)))}
              />
            )}
            <IconButton
              label={t('models.leaveOut', { name: model.name })}
              icon={<X size={13} />}
              onClick={() => put(named.filter(({ id }) => id !== model.id))}
            />
          </span>
        );
      })}
      {others.length > 0 && chain.length < 5 && (
        <Select
          className="w-44"
          label={t('models.addTo', { task: t(`models.task.${task}`) })}
          value=""
          options={[
            { value: '', label: t(named.length === 0 ? 'models.noModel' : 'models.elseAsk') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => props.onChange([...named.map((model) => model.id), id])}
        />
      )}
      <span className="text-xs text-ink-3">{t(`models.without.${task}`)}</span>
    </div>
  );
}
