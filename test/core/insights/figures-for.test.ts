import { describe, expect, test } from 'vitest';
import { exportInsights } from '#core/insights/export-insights.ts';
import { figuresFor } from '#core/insights/figures-for.ts';
import { listOutcomes } from '#core/insights/list-outcomes.ts';
import { createOutcomeFacts } from '#core/insights/outcome-facts.ts';
import { reportInsights } from '#core/insights/report-insights.ts';
import { isWithheld, withheldParts } from '#core/insights/withheld.ts';
import { AppError } from '#shared/errors.ts';
import { InsightQuery } from '#shared/model/insight.ts';
import type { Role } from '#shared/model/profile.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { coreDesk, deskSettings, noon } from '#test/support/core-desk.ts';

const roles: readonly Role[] = ['agent', 'lead', 'owner'];
const all = { profileId: null, byPerson: false };

function refused(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'figures_not_shown') return true;
    throw error;
  }
}

describe.each([false, true])('people may be compared: %s', (comparesPeople) => {
  test.each(roles)('bug: %s sees the figures of somebody they may not see, or not their own', (role) => {
    const present = { id: 'me', role };
    const mayCompare = comparesPeople && role !== 'agent';
    expect(refused(() => figuresFor(present, { profileId: 'other', byPerson: false }, { comparesPeople }))).toBe(
      !mayCompare,
    );
    expect(refused(() => figuresFor(present, { profileId: null, byPerson: true }, { comparesPeople }))).toBe(
      !mayCompare,
    );
    expect(figuresFor(present, { profileId: 'me', byPerson: false }, { comparesPeople }).profileId).toBe('me');
    expect(figuresFor(present, all, { comparesPeople }).profileId).toBe(role === 'agent' ? 'me' : null);
  });
});

const parts = (...people: ReadonlyArray<readonly string[]>) => people.map((one) => ({ people: one }));

test('bug: what one other person stands behind is told, or can be had by subtracting the rest from the whole', () => {
  expect([...withheldParts(parts(['a', 'b'], ['me'], ['a', 'me'], ['a', 'b', 'c']), 'me')]).toEqual([2, 0]);
  expect([...withheldParts(parts(['a'], ['b'], ['a', 'b']), 'me')]).toEqual([0, 1]);
  expect([...withheldParts(parts(['a', 'b'], ['me']), 'me')]).toEqual([]);
  expect([...withheldParts(parts(['a', 'a'], ['a']), 'me')].toSorted()).toEqual([0, 1]);
  expect(isWithheld({ people: ['a', 'b'] }, { people: ['b'] }, 'me')).toBe(true);
  expect(isWithheld({ people: ['a', 'b'] }, { people: ['me'] }, 'me')).toBe(false);
});

const ids: Readonly<Record<'me' | 'ann' | 'bob', string>> = { me: newId(), ann: newId(), bob: newId() };

function deskOfThree(comparesPeople: boolean) {
  const desk = coreDesk({ ...deskSettings, comparesPeople });
  for (const [i, name] of (['me', 'ann', 'bob'] as const).entries())
    desk.db.profiles.add({ id: ids[name], name, role: 'agent', state: 'active', createdAt: i });
  for (const [i, name] of (['me', 'ann', 'bob', 'ann', 'bob', 'me'] as const).entries()) {
    desk.db.outcomes.append(
      anOutcome(desk.storeId, { profileId: ids[name], sentText: `=SUM(${i})`, createdAt: noon + i, act: 'written' }),
    );
  }
  const deps = { ...desk.deps, facts: createOutcomeFacts(desk.deps) };
  const week = { storeId: desk.storeId, from: noon - 6 * 86_400_000, to: noon + 86_400_000, utcOffset: 0 };
  return { deps, query: (over: object = {}) => InsightQuery.parse({ ...week, ...over }) };
}

test.each(roles)(
  'bug: names of people come to %s with the figures of all, the list behind them or the export',
  async (role) => {
    const { deps, query } = deskOfThree(false);
    const present = { id: ids.me, role };
    const report = await reportInsights(deps, query(), present);
    expect(report.figures?.answered).toBe(role === 'agent' ? 2 : 6);
    expect(report.view.people).toEqual([]);
    const listed = await listOutcomes(deps, { ...query(), measure: null }, present);
    expect(new Set(listed.map(({ profileId }) => profileId))).toEqual(new Set(role === 'agent' ? [ids.me] : [null]));
    await expect(reportInsights(deps, query({ profileId: ids.ann }), present)).rejects.toMatchObject({
      code: 'figures_not_shown',
    });
    await expect(listOutcomes(deps, { ...query({ profileId: ids.ann }), measure: null }, present)).rejects.toThrow();
    if (role === 'agent') {
      await expect(exportInsights(deps, { query: query(), withTexts: false }, present)).rejects.toThrow();
      return;
    }
    const { figures, outcomes } = await exportInsights(deps, { query: query(), withTexts: false }, present);
    expect(`${figures}${outcomes}`).not.toMatch(new RegExp(`ann|bob|SUM|${ids.ann}`));
  },
);

test('bug: an owner who compares people sees no rows of them, or a lead takes what was written out of the desk', async () => {
  const { deps, query } = deskOfThree(true);
  const owner = { id: ids.me, role: 'owner' } as const;
  const { rows } = await reportInsights(deps, query({ by: 'agent' }), owner);
  expect(rows.map(({ label, figures }) => [label, figures?.answered]).toSorted()).toEqual([
    ['ann', 2],
    ['bob', 2],
    ['me', 2],
  ]);
  const texts = { query: query(), withTexts: true };
  expect((await exportInsights(deps, texts, owner)).outcomes).toContain(",'=SUM(0)");
  await expect(exportInsights(deps, texts, { id: ids.me, role: 'lead' })).rejects.toMatchObject({
    code: 'figures_not_shown',
  });
});
