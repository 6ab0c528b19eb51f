import { Plus, X } from 'lucide-react';
import type { AttributeValue, ProductAttribute } from '#shared/model/product-attribute.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Select, TextInput } from '../../ui/Field.tsx';
import { isCurrency, textOfValue, valueAs, valueFrom } from './attribute-value.ts';

const types = ['text', 'quantity', 'money', 'yesNo', 'link'] as const;

function ValueInput(props: {
  readonly value: AttributeValue;
  readonly label: string;
  readonly onChange: (value: AttributeValue) => void;
}) {
  const { t } = useText();
  const { value, onChange } = props;
  if (value.type === 'yesNo') {
    return (
      <Select
        label={props.label}
        value={value.isTrue ? 'yes' : 'no'}
        onChange={(chosen) => onChange({ type: 'yesNo', isTrue: chosen === 'yes' })}
        options={[
          { value: 'yes' as const, label: t('attribute.yes') },
          { value: 'no' as const, label: t('attribute.no') },
        ]}
      />
    );
  }
  if (value.type === 'text' || value.type === 'link') {
    return (
      <TextInput
        aria-label={props.label}
        maxLength={2000}
        type={value.type === 'link' ? 'url' : 'text'}
        value={textOfValue(value)}
        onChange={(event) => onChange(valueFrom(value.type, event.target.value))}
      />
    );
  }
  const isMoney = value.type === 'money';
  return (
    <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-1">
      <TextInput
        aria-label={props.label}
        type="number"
        step="any"
        value={Number.isFinite(value.amount) ? value.amount : ''}
        onChange={(event) => onChange({ ...value, amount: Number(event.target.value) })}
      />
      <TextInput
        aria-label={t(isMoney ? 'attribute.currency' : 'attribute.unit')}
        placeholder={t(isMoney ? 'attribute.currencyExample' : 'attribute.unit')}
        aria-invalid={isMoney && !isCurrency(value.currency)}
        maxLength={isMoney ? 3 : 40}
        value={isMoney ? value.currency : value.unit}
        onChange={(event) =>
          onChange(
            isMoney ? { ...value, currency: event.target.value.toUpperCase() } : { ...value, unit: event.target.value },
          )
        }
      />
    </div>
  );
}

/** What is known about a product, a row each: its name, what kind of thing it is, and what it says. */
export function AttributeRows(props: {
  readonly values: readonly ProductAttribute[];
  readonly onChange: (values: ProductAttribute[]) => void;
}) {
  const { t } = useText();
  const { values } = props;
  const set = (at: number, part: Partial<ProductAttribute>): void =>
    props.onChange(values.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" data-testid="attributes">
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('knowledge.attributes')}</legend>
      {values.map(({ name, value }, index) => (
        <div key={index} className="grid grid-cols-[minmax(0,4fr)_5.5rem_minmax(0,6fr)_1.75rem] items-center gap-1">
          <TextInput
            aria-label={t('attribute.name')}
            placeholder={t('attribute.name')}
            maxLength={200}
            value={name}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Select
            label={t('attribute.kind')}
            value={value.type}
            onChange={(type) => set(index, { value: valueAs(value, type) })}
            options={types.map((type) => ({ value: type, label: t(`attribute.${type}`) }))}
          />
          <ValueInput
            value={value}
            label={name || t('attribute.value')}
            onChange={(next) => set(index, { value: next })}
          />
          <IconButton
            label={t('attribute.remove', { name: name || t('attribute.name') })}
            icon={<X size={14} />}
            onClick={() => props.onChange(values.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        tone="quiet"
        className="self-start"
        icon={<Plus size={12} />}
        data-testid="attribute-add"
        onClick={() => props.onChange([...values, { name: '', value: { type: 'text', text: '' } }])}
      >
        {t('attribute.add')}
      </Button>
    </fieldset>
  );
}
