import { useRef } from 'react';
import { type TemplateProblem, parseTemplate } from '#shared/macro-template.ts';
import { type MacroVariable, macroVariables } from '#shared/model/macro.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { Field, TextArea } from '../../ui/Field.tsx';

const groups = ['customer', 'order', 'fulfilment', 'store', 'agent'] as const;
/** Prompts as they are written, to begin from. */
const prompts = ['macro.askText', 'macro.askNumber', 'macro.askDate', 'macro.askChoice'] as const;

function problemWords(t: Translate, { kind, found, nearest }: TemplateProblem): string {
  if (kind === 'unknown_variable' && nearest !== '') {
    return t('macro.problem.unknown_variable_near', { found, nearest: `{{${nearest}}}` });
  }
  return t(`macro.problem.${kind}`, { found });
}

/** What a macro says, with everything that is written wrong in it. A click puts a variable where the caret is. */
export function MacroBody(props: {
  readonly value: string;
  readonly lang: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { problems } = parseTemplate(props.value);

  function put(text: string): void {
    const area = frame.current?.querySelector('textarea');
    area?.focus();
    // The only way to write into a textarea that its undo remembers.
    document.execCommand('insertText', false, text);
  }

  return (
    <div ref={frame} className="flex flex-col gap-2">
      <Field label={t('macro.body')} hint={t('macro.bodyHint', { sample: '{{customer.first_name}}' })}>
        {(parts) => (
          <TextArea
            {...parts}
            lang={props.lang}
            data-testid="macro-body"
            aria-invalid={problems.length > 0}
            className="min-h-36"
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
          />
        )}
      </Field>
      {problems.length > 0 && (
        <ul role="status" className="flex flex-col gap-0.5 text-xs text-red">
          {problems.map((problem) => (
            <li key={`${problem.at} ${problem.kind}`} data-testid="macro-problem">
              {problemWords(t, problem)}
            </li>
          ))}
        </ul>
      )}
      <details className="text-xs">
        <summary className="cursor-pointer text-ink-2">{t('macro.variables')}</summary>
        <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5">
          {groups.map((group) => (
            <VariableGroup
              key={group}
              title={t(`macro.group.${group}`)}
              items={macroVariables
                .filter((name) => name.startsWith(`${group}.`))
                .map((name: MacroVariable) => ({ text: `{{${name}}}`, label: t(`macro.variable.${name}`) }))}
              onPut={put}
            />
          ))}
          <VariableGroup
            title={t('macro.group.ask')}
            items={prompts.map((key) => ({ text: `{{ask: ${t(key)}}}`, label: `${t(key)}` }))}
            onPut={put}
          />
        </dl>
      </details>
    </div>
  );
}

function VariableGroup(props: {
  readonly title: string;
  readonly items: ReadonlyArray<{ readonly text: string; readonly label: string }>;
  readonly onPut: (text: string) => void;
}) {
  return (
    <>
      <dt className="pt-0.5 text-ink-3">{props.title}</dt>
      <dd className="flex flex-wrap gap-1">
        {props.items.map(({ text, label }) => (
          <button
            key={text}
            type="button"
            title={text}
            onClick={() => props.onPut(text)}
            className="rounded-full border border-line-strong/70 bg-raised px-2 py-0.5 text-ink-2 hover:border-line-strong"
          >
            {label}
          </button>
        ))}
      </dd>
    </>
  );
}
