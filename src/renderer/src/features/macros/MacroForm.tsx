import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { RequestInput } from '#shared/contract/index.ts';
import type { FilledMacros, MacroAsk, MacroPart } from '#shared/model/macro.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { FileChips } from '../../app/FileChips.tsx';

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-1.5 rounded-md bg-amber-soft px-2 py-1.5 text-xs text-amber">
      <TriangleAlert size={13} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** What speaks against telling of the order unseen. */
function Doubts({ order }: { readonly order: NonNullable<FilledMacros['order']> }) {
  const { t, format } = useText();
  const now = useNow();
  if (order.isPublic) return <Warning>{t('macro.public')}</Warning>;
  return (
    <>
      {order.isOld && <Warning>{t('macro.old', { when: format.moment(order.readAt ?? 0, now) })}</Warning>}
      {order.isClaimed && <Warning>{t('macro.claimed')}</Warning>}
    </>
  );
}

function Answer(props: {
  readonly ask: MacroAsk;
  readonly value: string;
  readonly isFirst: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useText();
  const { ask } = props;
  return (
    <Field label={ask.label}>
      {(parts) =>
        ask.type === 'choice' ? (
          <Select
            id={parts.id}
            value={props.value}
            options={[
              { value: '', label: t('macro.choose') },
              ...ask.choices.map((choice) => ({ value: choice, label: choice })),
            ]}
            onChange={props.onChange}
          />
        ) : (
          <TextInput
            {...parts}
            autoFocus={props.isFirst}
            type={ask.type === 'date' ? 'date' : 'text'}
            {...(ask.type === 'number'
              ? { inputMode: 'decimal', pattern: '[+\\-]?[0-9]+([.,][0-9]+)?', title: t('macro.numberOnly') }
              : {})}
            maxLength={2_000}
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

/** What macros ask of the agent, field by field, with what they will say. Enter puts them in; what is left out stays a gap. */
export function MacroForm(props: {
  readonly input: RequestInput<'macro.fill'>;
  /** What they say while nothing is answered. */
  readonly first: FilledMacros;
  readonly onInsert: (text: string, parts: readonly MacroPart[], carried: number) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const report = useReport();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [orderNumber, setOrderNumber] = useState<string | null>(null);
  // The shop was asked when the macros were chosen.
  const input = { ...props.input, answers, orderNumber, asksShop: false };
  const answer = useAnswer('macro.fill', input, { keepsLast: true });
  const fill = useRequest('macro.fill');
  const filled = answer.data ?? props.first;
  const own = filled.order?.own ?? [];
  const chooses = own.length > 1;
  return (
    <form
      data-testid="macro-form"
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        props.onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (fill.isPending) return;
        fill.mutate(input, {
          onError: report,
          onSuccess: ({ text, parts, files }) => props.onInsert(text, parts, files.length),
        });
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-2.5 overflow-y-auto p-3">
        {answer.error !== null && <Warning>{problemText(t, answer.error).what}</Warning>}
        {chooses && (
          <Field label={t('macro.order')}>
            {(parts) => (
              <Select
                id={parts.id}
                value={orderNumber ?? filled.order?.number ?? ''}
                options={[
                  ...(filled.order?.number === null ? [{ value: '', label: t('macro.choose') }] : []),
                  ...own.map(({ number, status }) => ({ value: number, label: `${number} · ${t(`order.${status}`)}` })),
                ]}
                onChange={(number) => setOrderNumber(number === '' ? null : number)}
              />
            )}
          </Field>
        )}
        {filled.order !== null && <Doubts order={filled.order} />}
        {filled.asks.map((ask, index) => (
          <Answer
            key={`${ask.label} ${ask.type}`}
            ask={ask}
            value={answers[ask.label] ?? ''}
            isFirst={index === 0 && !chooses}
            onChange={(value) => setAnswers({ ...answers, [ask.label]: value })}
          />
        ))}
        <div
          className="prose-mail rounded-md border border-line bg-canvas px-2.5 py-2 text-sm"
          aria-label={t('macro.preview')}
        >
          {filled.text.trim()}
        </div>
        <FileChips files={filled.files} onRemove={null} />
      </div>
      <footer className="flex items-center gap-2 border-t border-line bg-canvas/60 px-3 py-2">
        <span className="flex-1 text-xs text-ink-3">{t('macro.formHint')}</span>
        <Button size="small" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          size="small"
          tone="primary"
          type="submit"
          data-testid="macro-insert"
          autoFocus={filled.asks.length === 0 && !chooses}
        >
          {t('macro.insert')}
        </Button>
      </footer>
    </form>
  );
}
