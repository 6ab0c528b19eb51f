import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { RpcClient } from '#shared/rpc/client.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { useAnswer, useBackend } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select, TextArea } from '../../ui/Field.tsx';
import { useLessonActs } from './use-lesson-acts.ts';

const dayMs = 86_400_000;
const spans = [7, 30, 90] as const;
const standings = ['shared', 'waiting', 'setAside'] as const;

type Count = { readonly taught: Readonly<Record<(typeof standings)[number], number>>; readonly confirmed: number };

async function allOf(
  backend: RpcClient,
  storeId: string,
  standing: (typeof standings)[number],
): Promise<LearnedItem[]> {
  const items: LearnedItem[] = [];
  for (;;) {
    const page = await backend.call('lesson.list', { storeId, standing, offset: items.length, limit: 500 });
    items.push(...page.items.map(({ item }) => item));
    if (page.items.length === 0 || items.length >= page.total) return items;
  }
}

/** What a person has taught since then and what of others' they have confirmed, by where it stands. */
async function countOf(backend: RpcClient, storeId: string, profileId: string, since: number): Promise<Count> {
  const taught = { shared: 0, waiting: 0, setAside: 0 };
  let confirmed = 0;
  for (const standing of standings) {
    const items = await allOf(backend, storeId, standing);
    taught[standing] = items.filter(({ authorId, createdAt }) => authorId === profileId && createdAt >= since).length;
    confirmed += items.filter((item) => item.confirmedBy.includes(profileId) && item.updatedAt >= since).length;
  }
  return { taught, confirmed };
}

/** Withdraws all that one person has taught, after saying how much that is. */
export function WithdrawDialog(props: { readonly storeId: string; readonly onClose: () => void }) {
  const { t } = useText();
  const formId = useId();
  const backend = useBackend();
  const people = useAnswer('profile.list', {});
  const [personId, setPersonId] = useState('');
  const [days, setDays] = useState<'ever' | `${(typeof spans)[number]}`>('30');
  const [openedAt] = useState(() => Date.now());
  const [why, setWhy] = useState('');
  const { act } = useLessonActs(() => undefined);
  const profileId = personId === '' ? null : personId;
  const since = days === 'ever' ? 0 : openedAt - Number(days) * dayMs;
  const counted = useQuery({
    queryKey: ['lesson.list', { storeId: props.storeId }, 'of', profileId, since],
    queryFn: () => countOf(backend, props.storeId, profileId ?? '', since),
    enabled: profileId !== null,
  });
  const count = counted.data;
  const nameOf = people.data?.find(({ id }) => id === profileId)?.name ?? '';
  const canWithdraw = profileId !== null && why.trim() !== '' && count !== undefined;

  function withdraw(): void {
    if (!canWithdraw) return;
    act(
      'lesson.withdrawOf',
      { profileId, since, why: why.trim(), storeId: props.storeId },
      {
        leaving: [],
        told: ({ items }) => t('lessons.did.withdraw', { count: items.length }),
        more: nameOf,
      },
    );
    props.onClose();
  }

  return (
    <Dialog
      title={t('lessons.do.withdraw')}
      closeLabel={t('action.close')}
      size="narrow"
      testId="withdraw-dialog"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form={formId} tone="danger" data-testid="withdraw-do" disabled={!canWithdraw}>
            {t('lessons.withdraw.do')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          withdraw();
        }}
      >
        <p className="text-sm text-ink-2">{t('lessons.withdraw.text')}</p>
        <Field label={t('lessons.withdraw.person')}>
          {(parts) => (
            <Select
              id={parts.id}
              testId="withdraw-person"
              value={personId}
              onChange={setPersonId}
              options={[
                { value: '', label: t('lessons.withdraw.choose') },
                ...(people.data ?? []).map(({ id, name, role }) => ({
                  value: id,
                  label: name || t(`role.${role}`),
                })),
              ]}
            />
          )}
        </Field>
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
        <p role="status" data-testid="withdraw-count" className="rounded-lg bg-sunken px-3 py-2 text-sm">
          {profileId === null
            ? t('lessons.withdraw.choose')
            : count === undefined
              ? t('lessons.withdraw.counting')
              : t('lessons.withdraw.count', {
                  shared: count.taught.shared,
                  waiting: count.taught.waiting,
                  aside: count.taught.setAside,
                  confirmed: count.confirmed,
                })}
        </p>
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
      </form>
    </Dialog>
  );
}
