import { useState } from 'react';
import type { LessonRule } from '#shared/model/lesson-review.ts';
import { ScopeChips } from '../../app/ScopeChips.tsx';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, Field, TextInput } from '../../ui/Field.tsx';
import { ruleText } from './rule-text.ts';

const fewest = 2;
const most = 50;

type Person = { readonly id: string; readonly name: string };

function People(props: {
  readonly label: string;
  readonly hint: string;
  readonly people: readonly Person[];
  readonly values: readonly string[];
  readonly onChange: (ids: string[]) => void;
}) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-xs font-medium text-ink-2">{props.label}</legend>
      <div className="flex max-h-40 flex-wrap gap-x-5 gap-y-1 overflow-y-auto">
        {props.people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            isChecked={props.values.includes(id)}
            onChange={(isChecked) =>
              props.onChange(isChecked ? [...props.values, id] : props.values.filter((one) => one !== id))
            }
          />
        ))}
      </div>
      <p className="text-xs text-ink-3">{props.hint}</p>
    </fieldset>
  );
}

/** One rule, told as a sentence while it is being made. */
export function RuleForm(props: {
  readonly rule: LessonRule | null;
  readonly people: readonly Person[];
  /** What the store knows of, for the field of topics. */
  readonly topics: readonly string[];
  readonly nameOf: (profileId: string) => string;
  readonly isBusy: boolean;
  readonly onSave: (rule: LessonRule) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { people } = props;
  const [replies, setReplies] = useState(`${props.rule?.replies ?? 3}`);
  const [topics, setTopics] = useState<readonly string[]>(props.rule?.topics ?? []);
  const [agentIds, setAgentIds] = useState<readonly string[]>(props.rule?.agentIds ?? []);
  const [trustedIds, setTrustedIds] = useState<readonly string[]>(props.rule?.trustedIds ?? []);
  const count = Number(replies);
  const isWhole = Number.isInteger(count) && count >= fewest && count <= most;
  const rule: LessonRule = {
    replies: isWhole ? count : fewest,
    topics: [...topics],
    agentIds: [...agentIds],
    trustedIds: [...trustedIds],
  };
  return (
    <form
      data-testid="rule-form"
      className="flex flex-col gap-4 rounded-xl border border-accent-line bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole && !props.isBusy) props.onSave(rule);
      }}
    >
      <p className="text-sm font-medium">{ruleText(t, rule, props.nameOf)}</p>
      <Field label={t('rules.replies')} hint={t('rules.repliesHint')}>
        {(parts) => (
          <TextInput
            {...parts}
            autoFocus
            type="number"
            min={fewest}
            max={most}
            data-testid="rule-replies"
            className="max-w-24"
            value={replies}
            aria-invalid={!isWhole}
            onChange={(event) => setReplies(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('rules.topicsLabel')} hint={t('rules.topicsHint')}>
        {(parts) => (
          <ScopeChips
            id={parts.id}
            placeholder={t('rules.anyTopic')}
            suggestions={props.topics}
            values={topics}
            onChange={setTopics}
          />
        )}
      </Field>
      <People
        label={t('rules.agentsLabel')}
        hint={t('rules.agentsHint')}
        people={people}
        values={agentIds}
        onChange={setAgentIds}
      />
      <People
        label={t('rules.trustedLabel')}
        hint={t('rules.trustedHint')}
        people={people}
        values={trustedIds}
        onChange={setTrustedIds}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={props.onClose}>{t('action.cancel')}</Button>
        <Button type="submit" tone="primary" data-testid="rule-save" disabled={!isWhole || props.isBusy}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
