import { useId, useState } from 'react';
import type { Validity } from '#shared/model/validity.ts';
import { ownTimeText } from '../../i18n/content-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isOwnTime, isZone, ownZone, validityProblem, zoneNamed } from '../../app/validity-state.ts';
import { ValidityNote } from '../../app/ValidityNote.tsx';

/** When something holds, by the clocks of a place; both ends empty means always. */
export function ValidityFields(props: {
  readonly value: Validity | null;
  /** Said of it by the desk. */
  readonly problem: string | null;
  readonly onChange: (value: Validity | null) => void;
}) {
  const { t, format } = useText();
  const now = useNow();
  const zonesId = useId();
  const { value } = props;
  const [zone, setZone] = useState(value?.zone ?? ownZone());
  const known = { from: value?.from ?? null, until: value?.until ?? null, zone: value?.zone ?? zone };
  const problem = validityProblem(value);

  function change(part: Partial<Validity>): void {
    const next = { ...known, ...part };
    if (part.zone !== undefined) setZone(part.zone);
    props.onChange(next.from === null && next.until === null ? null : next);
  }

  const end = (name: 'from' | 'until') => (
    <Field
      label={t(`knowledge.${name}`)}
      className="min-w-44 flex-1"
      problem={name === 'until' && (problem === 'order' || problem === 'day') ? t(`knowledge.time.${problem}`) : null}
    >
      {(parts) => (
        <TextInput
          {...parts}
          type="datetime-local"
          max="9999-12-31T23:59"
          data-testid={`knowledge-${name}`}
          value={known[name] ?? ''}
          onChange={(event) => change({ [name]: event.target.value.slice(0, 16) || null })}
        />
      )}
    </Field>
  );

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {end('from')}
        {end('until')}
      </div>
      <Field
        label={t('knowledge.zone')}
        hint={t('knowledge.zoneHint')}
        problem={problem === 'zone' ? t('knowledge.time.zone') : null}
      >
        {(parts) => (
          <>
            <TextInput
              {...parts}
              list={zonesId}
              data-testid="knowledge-zone"
              value={known.zone}
              onChange={(event) => change({ zone: event.target.value.trim().replaceAll(' ', '_') })}
              onFocus={(event) => event.target.select()}
              onBlur={() => {
                const named = isZone(known.zone) ? null : zoneNamed(known.zone);
                if (named !== null) change({ zone: named });
              }}
            />
            <datalist id={zonesId}>
              {Intl.supportedValuesOf('timeZone').map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      {props.problem !== null && (
        <p role="alert" className="text-xs text-red">
          {props.problem}
        </p>
      )}
      {value !== null && problem === null && (
        <p className="text-xs text-ink-2" data-testid="knowledge-time-state">
          <ValidityNote validity={value} now={now} />
          {!isOwnTime(value) && (
            <span className="block text-ink-3">{t('knowledge.ownTime', { when: ownTimeText(format, value) })}</span>
          )}
        </p>
      )}
    </div>
  );
}
