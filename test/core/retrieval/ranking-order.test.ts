import { expect, test } from 'vitest';
import { priorCalibration } from '#core/retrieval/confidence.ts';
import { joinedRankings } from '#core/retrieval/join-rankings.ts';
import { rankCandidates } from '#core/retrieval/rank-candidates.ts';
import { preparedTexts, rankedFor, retrieveEvidence } from '#core/retrieval/retrieve-evidence.ts';
import { type StoreModel, priorModel } from '#core/retrieval/store-model.ts';
import { type CoreDesk, coreDesk, noon, teach } from '#test/support/core-desk.ts';

const parking = 'Do they have parking?';
const said = 'We want the big family menu with noodles and the long table by the window on Sunday.';

function asking(desk: CoreDesk, question: string, context: string, about: readonly string[] | null) {
  return { storeId: desk.storeId, question, context, about, channel: null, at: noon, language: null };
}

/** Knowledge of a branch: what is asked, and what a context full of other words comes near to. */
async function branchDesk(): Promise<{ readonly desk: CoreDesk; readonly wanted: string; readonly other: string }> {
  const desk = coreDesk();
  const scope = ['Hill Street'];
  const wanted = await teach(desk, 'Is there parking?', 'Yes, behind the house.', { scope });
  const other = await teach(desk, 'Is the big family menu with noodles there on Sunday?', 'Yes.', { scope });
  await teach(desk, 'Can we have the long table by the window?', 'Please call us.', { scope });
  return { desk, wanted: wanted.id, other: other.id };
}

test('bug: what was said around a question outweighs it though it is known what it is about', async () => {
  const { desk, wanted, other } = await branchDesk();
  const input = asking(desk, parking, `${said} ${parking}`, ['Hill Street']);
  expect((await retrieveEvidence(desk.deps, input)).evidence[0]?.id).toBe(wanted);
  // Only what is nowhere known may lean on it: a question without a telling word has nothing else.
  const bare = asking(desk, 'How is it?', `${said} How is it?`, null);
  expect((await retrieveEvidence(desk.deps, bare)).evidence[0]?.id).toBe(other);
});

test('bug: a question without a word of its own is alone with itself', async () => {
  const { desk, other } = await branchDesk();
  const input = asking(desk, '?', `${said} ?`, ['Hill Street']);
  expect((await retrieveEvidence(desk.deps, input)).evidence[0]?.id).toBe(other);
});

test('bug: two rankings joined lose a candidate, or have one twice', async () => {
  const { desk } = await branchDesk();
  await teach(desk, 'Where is the museum?', 'There is none.');
  const scope = { storeId: desk.storeId, about: null, channel: null, at: noon };
  const rank = (text: string) => rankCandidates(desk.deps, { text, vector: null, embedderId: null }, scope, null);
  const [alone, around] = [rank('Is there a museum?'), rank(said)];
  const joined = joinedRankings(alone, around, false);
  const ids = joined.candidates.map(({ ownerId }) => ownerId);
  expect(new Set(ids).size).toBe(ids.length);
  const all = [...alone.candidates, ...around.candidates].map(({ ownerId }) => ownerId);
  expect(new Set(ids)).toEqual(new Set(all));
  for (const empty of [{ ...alone, candidates: [] }]) {
    for (const { score, likeness } of [
      ...joinedRankings(alone, empty, true).candidates,
      ...joinedRankings(empty, around, true).candidates,
    ])
      expect(Number.isFinite(score) && Number.isFinite(likeness)).toBe(true);
  }
});

test('bug: evidence is shown in another order than it would be offered', async () => {
  const { desk } = await branchDesk();
  for (let i = 0; i < 10; i++) await teach(desk, `Is there parking for ${i} coaches?`, `There are ${i} places.`);
  // The nearer, the less sure: an order by confidence would turn it round.
  const weights = [2, -4, -4, -4, 0, 0, 0, 0, 0];
  const calibration = { ...priorCalibration, 'spaced/vectors': weights };
  const model: StoreModel = { ...priorModel, calibration };
  const deps = { ...desk.deps, modelOf: () => model };
  for (const question of ['Is there parking for 3 coaches?', parking, said]) {
    const input = asking(desk, question, question, null);
    const prepared = await preparedTexts(deps, [question], input);
    const { candidates } = rankedFor(deps, prepared, input);
    const { evidence, confidence, judged } = await retrieveEvidence(deps, input);
    expect(evidence.map(({ id }) => id)).toEqual(candidates.slice(0, 6).map(({ ownerId }) => ownerId));
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(confidence).toBe(evidence[0]?.confidence);
    expect(judged?.ownerId).toBe(evidence[0]?.id);
    expect(confidence).toBeLessThan(Math.max(...evidence.map((one) => one.confidence)));
  }
});
