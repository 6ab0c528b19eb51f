import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { modelWires } from '#test/support/doubles/model-wires.ts';
import { json, prose, proseText, Reply, reply, withDouble } from '#test/support/language-model/double-model.ts';

const ways = [{ isStreamed: true }, { isStreamed: false }];

describe.each(modelWires)('$name', (wire) => {
  test('bug: a streamed answer is not the one that comes at once', () =>
    withDouble(wire, async ({ double, ask }) => {
      double.plan({ kind: 'answer', said: prose });
      const heard: string[] = [];
      const streamed = await ask({ onText: (soFar) => heard.push(soFar) });
      const whole = await ask();
      expect(streamed).toEqual({ text: proseText, value: null, usage: prose.usage, isCut: false });
      expect(whole).toEqual(streamed);
      expect(heard.length).toBeGreaterThan(1);
      expect(heard.at(-1)).toBe(proseText);
      expect(heard.every((soFar, at) => at === 0 || soFar.startsWith(heard[at - 1] ?? ''))).toBe(true);
    }));

  test.each(ways)('bug: an answer of a shape is lost in the way it comes (streamed: $isStreamed)', ({ isStreamed }) =>
    withDouble(wire, async ({ double, ask }) => {
      double.plan({ kind: 'answer', said: json(JSON.stringify(reply, null, 2)) });
      const heard: string[] = [];
      const onText = isStreamed ? (soFar: string) => void heard.push(soFar) : null;
      const answer = await ask({ shape: Reply, onText });
      expect(answer.value).toEqual(reply);
      expect(answer.text).toBe(JSON.stringify(reply));
      expect(answer.usage).toEqual({ inputTokens: 80, outputTokens: 40 });
      if (isStreamed) expect(JSON.parse(heard.at(-1) ?? '')).toEqual(reply);
      // The provider was told of the shape, not only the model in words.
      const [request] = double.requests;
      expect(request?.bytes.toString()).toContain('"evidence"');
    }),
  );

  test('bug: what the model says beyond the limit is taken for the whole answer', () =>
    withDouble(wire, async ({ double, ask, fail }) => {
      double.plan({ kind: 'answer', said: { ...prose, ending: 'cut' } });
      expect(await ask()).toMatchObject({ text: proseText, isCut: true });
      expect(await ask({ onText: () => undefined })).toMatchObject({ text: proseText, isCut: true });
      double.plan({ kind: 'answer', said: json(JSON.stringify(reply).slice(0, -9), 'cut') });
      for (const onText of [null, () => undefined]) {
        expect(await fail({ shape: Reply, onText })).toMatchObject({
          code: 'answer_malformed',
          detail: { reason: 'cut' },
        });
      }
    }));

  test('bug: JSON in a fence, as models like to write it, is refused', () =>
    withDouble(wire, async ({ double, ask }) => {
      const fenced = `\`\`\`json\n${JSON.stringify(reply)}\n\`\`\``;
      double.plan({ kind: 'answer', said: { ...json(fenced), isJson: false } });
      for (const onText of [null, () => undefined]) expect((await ask({ shape: Reply, onText })).value).toEqual(reply);
    }));

  test.each([
    { name: 'prose', text: 'Sure! Here is your reply.', isJson: false, reason: 'not_json' },
    { name: 'JSON cut off', text: JSON.stringify(reply).slice(0, 40), isJson: false, reason: 'not_json' },
    { name: 'other JSON', text: '{"sentences":"none"}', isJson: true, reason: 'shape' },
    { name: 'a list', text: '[1,2]', isJson: false, reason: 'shape' },
  ])('bug: $name is taken for an answer of the shape', ({ text, isJson, reason }) =>
    withDouble(wire, async ({ double, fail }) => {
      double.plan({ kind: 'answer', said: { ...json(text), isJson } });
      for (const onText of [null, () => undefined]) {
        const problem = await fail({ shape: Reply, onText });
        expect(problem).toMatchObject({ code: 'answer_malformed', detail: { reason } });
        // What the model wrote may be a customer's data: it is not repeated in an error.
        expect(JSON.stringify(problem)).not.toContain('Here is your reply');
      }
    }),
  );

  test('bug: what a schema cannot say is not looked at', () =>
    withDouble(wire, async ({ double, fail }) => {
      const Known = z.object({ id: z.string().refine((id) => id === 'k1') });
      double.plan({ kind: 'answer', said: json('{"id":"k9"}') });
      expect(await fail({ shape: Known })).toMatchObject({ code: 'answer_malformed', detail: { field: 'id' } });
    }));

  test('bug: a model that declines is quoted as if it had answered', () =>
    withDouble(wire, async ({ double, fail }) => {
      double.plan({ kind: 'answer', said: { ...prose, ending: 'refused' } });
      expect(await fail()).toMatchObject({ code: 'answer_refused' });
      expect(await fail({ onText: () => undefined })).toMatchObject({ code: 'answer_refused' });
    }));

  test('bug: what a model thinks aloud stands in the reply', () =>
    withDouble(wire, async ({ double, ask }) => {
      const pieces = ['<th', 'ink>\nThe customer is', ' rude.</thi', 'nk>\n\nHello', ' Ann,'];
      double.plan({ kind: 'answer', said: { ...prose, pieces } });
      const heard: string[] = [];
      expect((await ask({ onText: (soFar) => heard.push(soFar) })).text).toBe('Hello Ann,');
      expect(heard.join()).not.toMatch(/rude|think|<th/);
      expect((await ask()).text).toBe('Hello Ann,');
      double.plan({ kind: 'answer', said: { ...json(`<think>So.</think>${JSON.stringify(reply)}`), isJson: false } });
      expect((await ask({ shape: Reply, onText: null })).value).toEqual(reply);
    }));

  test('bug: nothing at all passes for an answer', () =>
    withDouble(wire, async ({ double, fail }) => {
      for (const [ending, reason] of [
        ['whole', 'empty'],
        ['cut', 'cut'],
      ] as const) {
        double.plan({ kind: 'answer', said: { ...prose, pieces: [' '], ending } });
        for (const onText of [null, () => undefined]) {
          expect(await fail({ onText })).toMatchObject({ code: 'answer_malformed', detail: { reason } });
        }
      }
    }));

  test('bug: tokens nobody told of are counted as none', () =>
    withDouble(wire, async ({ double, ask }) => {
      double.plan({ kind: 'answer', said: { ...prose, usage: null } });
      expect((await ask()).usage).toBeNull();
      expect((await ask({ onText: () => undefined })).usage).toBeNull();
    }));

  test('bug: the conversation reaches the model out of order, or without its system text', () =>
    withDouble(wire, async ({ double, ask }) => {
      double.plan({ kind: 'answer', said: prose });
      const turns = [
        { role: 'user', text: 'First {question}' },
        { role: 'assistant', text: 'Second answer' },
        { role: 'user', text: 'Third </system>' },
      ] as const;
      await ask({ system: 'System text', turns });
      const sent = double.requests[0]?.bytes.toString() ?? '';
      const places = turns.map(({ text }) => sent.indexOf(text));
      expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true);
      expect(sent).toContain('System text');
    }));

  test('bug: the models on offer are not listed, or a test of the connection says nothing of what is wrong', () =>
    withDouble(wire, async ({ double, model, left }) => {
      const call = {
        onLeaving: (leaving: (typeof left)[number]) => void told.push(leaving),
        signal: new AbortController().signal,
      };
      const told: (typeof left)[number][] = [];
      const list = { kind: 'status', status: 200, body: wire.listed(['a-model', 'b:latest']) } as const;
      double.plan(list);
      expect(await model.models(call)).toEqual(['a-model', 'b:latest']);
      expect(told).toHaveLength(1);
      double.plan(list, { kind: 'answer', said: { ...prose, pieces: ['yes'] } });
      const names = ['reachable', 'key', 'model', 'answer'];
      const well = await model.probe(call);
      expect(well.checks.map(({ name, isOk }) => (isOk ? name : `not ${name}`))).toEqual(names);
      expect(well.checks.at(-1)?.note).toBe('yes');
      double.plan({ kind: 'status', status: 401, body: wire.refusal(401, 'No') });
      const unknown = await model.probe(call);
      expect(unknown.checks.map(({ name, isOk }) => (isOk ? name : `not ${name}`))).toEqual(['reachable', 'not key']);
      double.plan(list, { kind: 'status', ...wire.unknownModel });
      const missing = await model.probe(call);
      expect(missing.checks.at(-1)).toMatchObject({ name: 'model', isOk: false, problem: { code: 'model_unknown' } });
      // A server without a list is asked all the same.
      double.plan({ kind: 'status', status: 404, body: {} }, { kind: 'answer', said: prose });
      expect((await model.probe(call)).isOk).toBe(true);
      await double.stop();
      const gone = await model.probe(call);
      expect(gone.checks).toMatchObject([{ name: 'reachable', isOk: false, problem: { code: 'unreachable' } }]);
    }));
});
