import { afterAll, describe, expect, test } from 'vitest';
import type { Macro } from '#core/ports/helpdesk.ts';
import { type Problem, problemOf } from '#shared/errors.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import { httpFaults } from '#test/support/doubles/faulty-server.ts';
import type { Fault, StartDouble } from '#test/support/doubles/inbox-double.ts';
import { systems } from './systems.ts';

const never = new AbortController().signal;

/** About one thread, or about what is sent. */
const elsewhere: readonly Fault[] = ['thread_deleted', 'reply_refused', 'conflict'];
const readingFaults: readonly Fault[] = [
  ...httpFaults.filter((fault) => !elsewhere.includes(fault)),
  'duplicate_delivery',
  'out_of_order',
  'html_only',
  'other_scripts',
  'clock_ahead',
  'clock_behind',
  'cursor_expired',
];
/** Those that asking again does not mend, and how the person is told. */
const lasting: Partial<Record<Fault, Problem['code']>> = {
  credentials_revoked: 'refused_credentials',
  permission_refused: 'refused_permission',
  rate_limited_long: 'rate_limited',
};
const count = 230;

const matrix = new Map<string, { cases: number; passed: number }>();
afterAll(() => {
  for (const [name, { cases, passed }] of matrix) console.log(`${name}, macros: ${cases} cases, ${passed} passed`);
});

type At = DoubleDesk & { readonly macros: (signal?: AbortSignal) => Promise<readonly Macro[]> };

async function inMatrix(start: StartDouble, fault: Fault | null, work: (at: At) => Promise<void>): Promise<void> {
  const at = await doubleDesk(start);
  try {
    const { helpdesk } = at.connector;
    if (helpdesk === null) throw new Error('It is no helpdesk');
    if (fault !== null && !at.double.shows.includes(fault)) return;
    const row = matrix.get(at.double.name) ?? { cases: 0, passed: 0 };
    matrix.set(at.double.name, row);
    row.cases++;
    await work({ ...at, macros: (signal = never) => helpdesk.macros(signal) });
    row.passed++;
  } finally {
    await at.end();
  }
}

function fill({ double }: At): void {
  for (let i = 0; i < count; i++) {
    const folders = i % 2 === 0 ? ['Returns'] : ['送料'];
    const text = `Hi {{ticket.customer.firstname}},\n\nAnswer ${i}: 5 € < 6 € & 7 日以内。\nOne more line [1].\n\nKind regards`;
    double.addMacro({ title: `Macro ${i}`, text, folders, isPersonal: i % 50 === 7 });
  }
}

/** They are the double's own, word for word, once and in order. */
function expectAll({ double }: At, macros: readonly Macro[]): void {
  const kept = macros.map(({ id, title, body, folders, isShared }) => ({ id, title, body, folders, isShared }));
  expect(kept).toEqual(double.macros());
}

describe.each(systems)('%s', (_name, start) => {
  test('bug: macros are lost between two pages, or not read word for word', () =>
    inMatrix(start, null, async (at) => {
      fill(at);
      const before = at.double.requests.length;
      const macros = await at.macros();
      expect(macros).toHaveLength(count);
      expectAll(at, macros);
      expect(at.double.requests.length - before).toBeLessThan(9);
      for (const { placeholders } of macros) expect(placeholders).toEqual(['{{ticket.customer.firstname}}']);
    }));

  test('bug: an account without macros is a failure', () =>
    inMatrix(start, null, async ({ macros }) => {
      expect(await macros()).toEqual([]);
    }));

  test('bug: a macro that was taken away or written since the last reading is not seen as such', () =>
    inMatrix(start, null, async (at) => {
      const first = at.double.addMacro({ title: 'Gift wrap', text: 'Two euros.' });
      at.double.addMacro({ title: 'Engraving', text: 'Up to ten letters.' });
      await at.macros();
      at.double.removeMacro(first);
      at.desk.time.now += 3_600_000;
      at.double.addMacro({ title: 'ギフト包装', text: 'かしこまりました 🎁' });
      const macros = await at.macros();
      expectAll(at, macros);
      expect(macros.map(({ title }) => title)).toEqual(['Engraving', 'ギフト包装']);
      expect(macros.at(-1)?.updatedAt).toBe(Math.floor(at.desk.time.now / 1000) * 1000);
    }));

  test('bug: reading macros goes on after the person has left', () =>
    inMatrix(start, null, async (at) => {
      fill(at);
      const leaving = new AbortController();
      leaving.abort();
      expect((await at.macros(leaving.signal).catch(problemOf)) as Problem).toMatchObject({ code: 'cancelled' });
      expectAll(at, await at.macros());
    }));

  test.each(readingFaults.flatMap((fault) => [0, 1].map((after) => ({ fault, after }))))(
    'bug: $fault after $after requests leaves macros out, doubles them, or keeps silent',
    ({ fault, after }) =>
      inMatrix(start, fault, async (at) => {
        fill(at);
        const times = lasting[fault] === undefined ? { times: 2 } : {};
        at.double.setFault(fault, { on: 'reading', after, ...times });
        const outcome = await at.macros().then((macros) => ({ macros }), problemOf);
        if ('macros' in outcome) expectAll(at, outcome.macros);
        else {
          expect(JSON.stringify(outcome)).not.toContain(at.double.secret);
          expect(outcome.code).toBe(fault === 'cursor_expired' ? 'refused_by_server' : lasting[fault]);
          if (fault === 'permission_refused') expect(outcome.detail['reason']).toBe('role');
          if (fault === 'rate_limited_long') expect(outcome.detail['retryAfterMs']).toBe(300_000);
        }
        if (after === 0 && lasting[fault] !== undefined) expect('macros' in outcome).toBe(false);
        at.double.clearFaults();
        expectAll(at, await at.macros());
      }),
  );
});
