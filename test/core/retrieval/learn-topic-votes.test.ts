import { expect, test } from 'vitest';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { retrieveEvidence } from '#core/retrieval/retrieve-evidence.ts';
import { priorModel } from '#core/retrieval/store-model.ts';
import { type TopicVotes, noVotes } from '#core/retrieval/topic-votes.ts';
import { type CoreDesk, coreDesk, noon, teach } from '#test/support/core-desk.ts';

const things = ['lamp', 'kettle', 'radio', 'tent', 'clock', 'drill', 'scale', 'heater', 'camera', 'router'] as const;
const colours = ['red', 'blue', 'green', 'white', 'black', 'grey'] as const;
const thing = (i: number): string => `${colours[(i * 5) % colours.length]} ${things[(i * 7) % things.length]}`;

/** Questions that name many things and say what is the matter in a word, each answered in words of its own. */
async function repliesOf(desk: CoreDesk, topic: string, matter: string, answer: string): Promise<void> {
  for (let i = 0; i < 30; i++)
    await teach(desk, `My ${thing(i)} ${matter}`, `${answer} Case ${thing(i + 3)}.`, { topic });
}

test('bug: entries that say the same in other words do not speak for each other', async () => {
  const desk = coreDesk();
  await repliesOf(desk, 'broken', 'broke', 'Please open a warranty ticket with the serial number.');
  await repliesOf(desk, 'late', 'late', 'Your courier delivers after the weekend.');
  for (let i = 0; i < 60; i++)
    await teach(desk, `About the ${thing(i)} ${i}`, `Leaflet ${i}: ${thing(i)}.`, { topic: `leaflet ${i}` });
  const { votes } = await learnModel(desk.deps, desk.storeId);
  expect(votes.temperature).toBeGreaterThan(0);
});

test('bug: a mere subject, whose entries answer differently, gets a vote', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 80; i++)
    await teach(desk, `What does the ${thing(i)} number ${i} weigh?`, `It is ${i * 37} grams.`, {
      topic: ['Kitchen', 'Garden', 'Office'][i % 3] ?? null,
    });
  expect((await learnModel(desk.deps, desk.storeId)).votes).toEqual(noVotes);
});

test('bug: a few entries of a topic decide how much topics are worth', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 12; i++) await teach(desk, `My ${thing(i)} broke`, `Ticket ${i}, please.`, { topic: 'broken' });
  expect((await learnModel(desk.deps, desk.storeId)).votes).toEqual(noVotes);
});

test('bug: what topics are worth is learned, and nobody searches by it', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 8; i++)
    await teach(desk, `My ${thing(i)} of the kind ${i} broke`, `Ticket ${i}, please.`, { topic: 'broken' });
  await teach(desk, 'The radio', 'A leaflet.', { topic: 'leaflet' });
  const topTopic = async (votes: TopicVotes): Promise<string | null | undefined> => {
    const deps = { ...desk.deps, modelOf: () => ({ ...priorModel, votes }) };
    const text = 'The radio broke';
    const search = { question: text, context: text, about: null, channel: null, at: noon, language: null };
    return (await retrieveEvidence(deps, { ...search, storeId: desk.storeId })).evidence[0]?.topic;
  };
  const without = await topTopic(noVotes);
  expect([without, await topTopic({ temperature: 0.3, subject: 0 })]).toEqual(['leaflet', 'broken']);
});
