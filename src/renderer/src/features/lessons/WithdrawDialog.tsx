import { useState } from 'react';
import type { WithdrawPreview } from '#shared/model/lesson-fate.ts';
import { PersonSelect } from '../../app/PersonSelect.tsx';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Field, Select, TextArea } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { standingTones } from './lesson-words.ts';
import { useLessonActs } from './use-lesson-acts.ts';
import { takesNothing, withdrawTexts } from './withdraw-texts.ts';

const dayMs = 86_400_000;
const spans = [7, 30, 90] as const;

/** Withdraws all that one person has taught, after showing what that takes. */
export function WithdrawDialog(props: { readonly storeId: string; readonly onClose: () => void }) {
  const { t } = useText();
  const people = useAnswer('profile.list', {});
  const [profileId, setProfileId] = useState<string | null>(null);
  const [days, setDays] = useState<'ever' | `${(typeof spans)[number]}`>('30');
  const [openedAt] = useState(() => Date.now());
  const [why, setWhy] = useState('');
  const { act } = useLessonActs(() => undefined);
  const since = days === 'ever' ? 0 : openedAt - Number(days) * dayMs;
  const whose = { profileId: profileId ?? '', since, storeId: props.storeId };
  const preview = useAnswer('lesson.withdrawPreview', whose, { isEnabled: profileId !== null });
  const isSomething = preview.data !== undefined && !takesNothing(preview.data);

  function withdraw(): void {
    act(
      'lesson.withdrawOf',
      { ...whose, why: why.trim() },
      {
        leaving: [],
        told: ({ items }) => t('lessons.did.withdraw', { count: items.length }),
        more: people.data?.find(({ id }) => id === profileId)?.name ?? '',
      },
    );
    props.onClose();
  }

  return (
    <FormDialog
      title={t('lessons.do.withdraw')}
      closeLabel={t('action.close')}
      cancelLabel={t('action.cancel')}
      submitLabel={t('lessons.withdraw.do')}
      tone="danger"
      testId="withdraw-dialog"
      submitTestId="withdraw-do"
      canSubmit={isSomething && why.trim() !== ''}
      problem={preview.error === null ? null : problemText(t, preview.error)}
      onSubmit={withdraw}
      onClose={props.onClose}
    >
      <p className="text-sm text-ink-2">{t('lessons.withdraw.text')}</p>
      <PersonSelect
        label={t('lessons.withdraw.person')}
        nobody={t('lessons.withdraw.choose')}
        value={profileId}
        testId="withdraw-person"
        onChange={setProfileId}
      />
      <Field label={t('lessons.withdraw.since')}>
        {(parts) => (
          <Select
            id={parts.id}
            testId="withdraw-since"
            value={days}
            onChange={setDays}
            options={[
              ...spans.map((span) => ({ value: `${span}` as const, label: t('insights.days', { count: span }) })),
              { value: 'ever' as const, label: t('lessons.withdraw.ever') },
            ]}
          />
        )}
      </Field>
      <div role="status" data-testid="withdraw-count" className="rounded-lg bg-sunken px-3 py-2 text-sm">
        {profileId === null ? (
          t('lessons.withdraw.choose')
        ) : preview.data === undefined ? (
          t('lessons.withdraw.counting')
        ) : (
          <WhatGoes preview={preview.data} />
        )}
      </div>
      <Field label={t('lessons.withdraw.why')}>
        {(parts) => (
          <TextArea
            {...parts}
            data-testid="withdraw-why"
            isShort
            maxLength={1_000}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

function WhatGoes({ preview }: { readonly preview: WithdrawPreview }) {
  const { t } = useText();
  const { first, lessons } = preview;
  return (
    <>
      {withdrawTexts(t, preview).map((text) => (
        <p key={text} className="numbers">
          {text}
        </p>
      ))}
      {first.length > 0 && (
        <ul
          tabIndex={0}
          aria-label={t('lessons.withdraw.list')}
          className="mt-2 flex max-h-40 flex-col gap-1 overflow-y-auto border-t border-line pt-2 text-xs"
        >
          {first.map(({ itemId, question, before, after }) => (
            <li key={itemId} data-testid="withdraw-lesson" className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 truncate" title={question}>
                {question}
              </span>
              <Badge tone={standingTones[before]}>{t(`lessons.standing.${before}`)}</Badge>
              {after !== 'withdrawn' && (
                <>
                  <span aria-hidden>→</span>
                  <Badge tone={standingTones[after]}>{t(`lessons.standing.${after}`)}</Badge>
                </>
              )}
            </li>
          ))}
          {lessons > first.length && (
            <li className="text-ink-3">{t('history.more', { count: lessons - first.length })}</li>
          )}
        </ul>
      )}
    </>
  );
}
