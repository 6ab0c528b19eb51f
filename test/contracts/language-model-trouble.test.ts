import { describe, expect, test } from 'vitest';
import { startModelDouble } from '#test/support/doubles/model-double.ts';
import { modelWires } from '#test/support/doubles/model-wires.ts';
import { prose, proseText, withDouble } from '#test/support/language-model/double-model.ts';

const ways = [
  { how: 'streamed', onText: () => undefined },
  { how: 'at once', onText: null },
];
const answer = { kind: 'answer', said: prose } as const;

describe.each(modelWires.flatMap((wire) => ways.map((way) => ({ ...way, wire, name: wire.name }))))(
  '$name, $how',
  ({ wire, onText }) => {
    test.each([
      { status: 401, code: 'refused_credentials' },
      { status: 403, code: 'refused_credentials' },
      { status: 402, code: 'refused_permission' },
      { status: 413, code: 'prompt_too_long' },
      { status: 422, code: 'refused_by_server' },
      { status: 429, code: 'rate_limited' },
    ])('bug: $status is asked again, or told as something else', ({ status, code }) =>
      withDouble(wire, async ({ double, fail, left }) => {
        double.plan({ kind: 'status', status, body: wire.refusal(status, 'No, sk-test-4f9a1c7b2e') }, answer);
        const problem = await fail({ onText });
        expect(problem).toMatchObject({ code, detail: { status } });
        expect(double.requests).toHaveLength(1);
        expect(left).toHaveLength(1);
      }),
    );

    test('bug: a name the provider does not know, or a prompt too long for it, reads as a failure of the network', () =>
      withDouble(wire, async ({ double, fail }) => {
        double.plan({ kind: 'status', ...wire.unknownModel });
        expect(await fail({ onText })).toMatchObject({ code: 'model_unknown' });
        double.plan({
          kind: 'status',
          status: 400,
          body: wire.refusal(400, 'prompt is too long: 9 tokens > 8 maximum'),
        });
        expect(await fail({ onText })).toMatchObject({ code: 'prompt_too_long' });
        double.plan({
          kind: 'status',
          status: 400,
          body: wire.refusal(400, 'API key not valid. Please pass a valid one.'),
        });
        expect(await fail({ onText })).toMatchObject({ code: 'refused_credentials' });
      }));

    test('bug: a pause the server names is not kept, or nobody is told of the second try', () =>
      withDouble(wire, async ({ double, ask, left, pauses }) => {
        const busy = {
          kind: 'status',
          status: 429,
          headers: { 'retry-after': '7' },
          body: wire.refusal(429, 'Slow'),
        } as const;
        double.plan(busy, { kind: 'status', status: 503, body: wire.refusal(503, 'Down') }, answer);
        expect((await ask({ onText })).text).toBe(proseText);
        expect(pauses[0]).toBe(7000);
        expect(left).toHaveLength(3);
        expect(double.requests.map(({ bytes }) => bytes.toString())).toEqual(
          left.map(({ bytes }) => Buffer.from(bytes).toString()),
        );
      }));

    test('bug: a long pause is waited out while the agent looks on, or a broken server is asked without end', () =>
      withDouble(wire, async ({ double, fail, pauses }) => {
        double.plan({ kind: 'status', status: 429, headers: { 'retry-after': '300' }, body: {} });
        expect(await fail({ onText })).toMatchObject({ code: 'rate_limited', detail: { retryAfterMs: 300_000 } });
        expect(pauses).toEqual([]);
        double.plan({ kind: 'status', status: 500, body: wire.refusal(500, 'Sorry') });
        expect(await fail({ onText })).toMatchObject({ code: 'remote_failed' });
        expect(double.requests).toHaveLength(1 + 3);
      }));

    test.each([{ afterHeaders: false }, { afterHeaders: true }])(
      'bug: a server that stays silent holds the agent (headers came: $afterHeaders)',
      ({ afterHeaders }) =>
        withDouble(
          wire,
          async ({ double, fail }) => {
            double.plan({ kind: 'stall_first', afterHeaders });
            const isStreamed = onText !== null || wire.name === 'ollama';
            const waitedFor = isStreamed ? 'first_byte' : 'end';
            expect(await fail({ onText })).toMatchObject({ code: 'timed_out', detail: { waitedFor } });
            await double.requests[0]?.closed;
            expect(double.requests).toHaveLength(1);
          },
          onText === null && wire.name !== 'ollama' ? { totalMs: 300 } : { firstByteMs: 300 },
        ),
    );

    test('bug: an answer that stops in its midst is waited for without end', () =>
      withDouble(
        wire,
        async ({ double, fail }) => {
          double.plan({ kind: 'stall_mid', said: prose });
          const isStreamed = onText !== null || wire.name === 'ollama';
          const waitedFor = isStreamed ? 'next_byte' : 'end';
          expect(await fail({ onText })).toMatchObject({ code: 'timed_out', detail: { waitedFor } });
          await double.requests[0]?.closed;
        },
        onText === null && wire.name !== 'ollama' ? { totalMs: 400 } : { stallMs: 300 },
      ));

    test.each([
      { kind: 'cut_mid', codes: ['unreachable'] },
      { kind: 'end_mid', codes: ['answer_malformed'] },
      { kind: 'bad_frame', codes: ['answer_malformed'] },
      { kind: 'failure_mid', codes: ['remote_failed'] },
    ] as const)('bug: half an answer passes for a whole one ($kind), or is asked for twice', ({ kind, codes }) =>
      withDouble(wire, async ({ double, fail }) => {
        double.plan({ kind, said: prose }, answer);
        const problem = await fail({ onText });
        expect(codes).toContain(problem?.code);
        expect(double.requests).toHaveLength(1);
      }),
    );

    test('bug: a reset before any answer is told as one of the model', () =>
      withDouble(wire, async ({ double, fail }) => {
        double.plan({ kind: 'reset' });
        expect(await fail({ onText })).toMatchObject({ code: 'unreachable' });
        // Something of the request may have been worked on, and paid for.
        expect(double.requests).toHaveLength(1);
      }));

    test('bug: an endless answer fills the memory', () =>
      withDouble(wire, async ({ double, fail }) => {
        double.plan({ kind: 'endless' });
        expect(await fail({ onText })).toMatchObject({ code: 'answer_malformed', detail: { reason: 'too_large' } });
        await double.requests[0]?.closed;
      }));

    test('bug: the conversation and the key follow a redirect', () =>
      withDouble(wire, async ({ double, fail, left }) => {
        const foreign = await startModelDouble(wire);
        foreign.plan(answer);
        for (const status of [301, 302, 307, 308]) {
          double.plan({ kind: 'status', status, headers: { location: `${foreign.origin}/v1/x` }, body: {} });
          expect(await fail({ onText })).toMatchObject({ code: 'remote_failed', detail: { reason: 'host' } });
        }
        expect(foreign.requests).toEqual([]);
        expect(new Set(left.map(({ host }) => host))).toEqual(new Set([new URL(double.origin).host]));
        await foreign.stop();
      }));

    test('bug: a web page, or a picture, is taken for an answer', () =>
      withDouble(wire, async ({ double, fail }) => {
        double.plan({ kind: 'status', status: 200, body: '<!doctype html><p>Sign in</p>' });
        expect(await fail({ onText })).toMatchObject({ code: 'not_found', detail: { reason: 'host' } });
        double.plan({ kind: 'status', status: 200, headers: { 'content-type': 'image/png' }, body: {} });
        expect(await fail({ onText })).toMatchObject({ code: 'answer_malformed', detail: { type: 'image/png' } });
        // A firewall's page says nothing of the key.
        double.plan({ kind: 'status', status: 403, body: '<html>Blocked</html>' });
        expect(await fail({ onText })).toMatchObject({ code: 'remote_failed' });
      }));

    test('bug: cancelling leaves the connection open, and the tokens running', () =>
      withDouble(wire, async ({ double, fail }) => {
        for (const act of [{ kind: 'stall_first' }, { kind: 'stall_mid', said: prose }] as const) {
          const cancel = new AbortController();
          const before = double.requests.length;
          double.plan(act);
          const failed = fail({ onText, signal: cancel.signal });
          while (double.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
          cancel.abort();
          expect(await failed).toMatchObject({ code: 'cancelled' });
          await double.requests.at(-1)?.closed;
        }
        const gone = AbortSignal.abort();
        expect(await fail({ onText, signal: gone })).toMatchObject({ code: 'cancelled' });
        expect(double.requests).toHaveLength(2);
      }));
  },
);
