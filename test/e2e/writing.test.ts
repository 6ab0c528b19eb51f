import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { type Told, type WritingModel, honest, startWritingModel } from '../support/doubles/writing-model.ts';
import { type Desk, launchDesk } from './support/launch.ts';
import { connectModel, go, openConversation } from './support/writing-desk.ts';

let desk: Desk;
let model: WritingModel;

beforeAll(async () => {
  model = await startWritingModel();
  desk = await launchDesk({ env: { DESKSIDE_UNDO_MS: '600000' } });
  await desk.page.locator('[data-testid="conversation-row"][data-draft="ready"]').first().waitFor({ timeout: 60_000 });
  await connectModel(desk.page, model.origin);
});
afterAll(async () => {
  await desk.close();
  await model.stop();
});
beforeEach(() => {
  model.behave({});
  onTestFailed(() => console.log(desk.log()));
});

/** Slow machines are given time. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
const composer = () => desk.page.getByTestId('composer-text');
const text = () => composer().inputValue();
const press = (key: string) => desk.page.keyboard.press(key);
const type = (words: string) => desk.page.keyboard.type(words);
const byId = (id: string) => desk.page.getByTestId(id);
const focused = () => desk.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);
const isShown = (id: string) => byId(id).isVisible();

/** A draft that a model writes half of, and then holds its breath. */
async function half(name: string): Promise<void> {
  model.behave({ holdsAfter: 5 });
  await openConversation(desk.page, name);
  await byId('word-draft').click();
  await byId('writing-preview').waitFor();
  await soon(() => model.isHolding()).toBe(true);
  model.behave({});
}

async function finish(): Promise<void> {
  model.release();
  await byId('writing-preview').waitFor({ state: 'detached' });
}

/** Says the sources in another order of sentences, so that it is told from the desk's own. */
const reversed = (told: Told): unknown =>
  told.sources === undefined
    ? honest(told)
    : {
        sentences: told.sources.flatMap(({ id, text: said }) =>
          said
            .split(/(?<=[.!?])\s+/u)
            .toReversed()
            .map((sentence) => ({ text: sentence, sources: [id] })),
        ),
      };

async function useTool(name: string): Promise<void> {
  await byId('writing-tools').click();
  await desk.page.getByRole('menuitem', { name }).click();
}

describe('a model that is slow', () => {
  it('bug: goes on writing for a conversation that the agent has left', async () => {
    const cut = model.cut();
    await half('Annika');
    const before = await text();
    await openConversation(desk.page, 'Ben Castle');
    await soon(() => model.cut()).toBeGreaterThan(cut);
    expect(await isShown('writing-preview')).toBe(false);
    await openConversation(desk.page, 'Annika');
    expect(await text()).toBe(before);
  });

  it('bug: overwrites what the agent types meanwhile', async () => {
    model.behave({ holdsAfter: 5, answer: reversed });
    await openConversation(desk.page, 'Ben Castle');
    await byId('word-draft').click();
    await soon(() => model.isHolding()).toBe(true);
    await composer().focus();
    await press('Control+Home');
    await type('Typed by me. ');
    await finish();
    await soon(() => byId('composer').innerText()).toContain('A newer draft');
    await type('And more. ');
    expect(await text()).toMatch(/^Typed by me\. And more\. Hello/);
  });

  it('bug: stopped, it still has the keys, or the reply that is sent at once is not the one on screen', async () => {
    await half('Yvonne');
    const before = await text();
    await press('Escape');
    await byId('writing-preview').waitFor({ state: 'detached' });
    await composer().focus();
    await press('Control+Enter');
    await go(desk.page, '/inbox/answered');
    await desk.page.locator('[data-testid="conversation-row"]', { hasText: 'Yvonne' }).first().click();
    await byId('outbox-item').waitFor();
    expect((await byId('outbox-item').innerText()).replace(/\s+/gu, ' ')).toContain(before.replace(/\s+/gu, ' '));
  });

  it('bug: an answer picked meanwhile is told as a failure of the model', async () => {
    const cut = model.cut();
    await half('Annika');
    await byId('candidate').nth(1).click();
    await soon(() => model.cut()).toBeGreaterThan(cut);
    await byId('writing-preview').waitFor({ state: 'detached' });
    expect(await isShown('writing-problem')).toBe(false);
  });

  it('bug: a draft that was discarded is written on', async () => {
    const cut = model.cut();
    await half('Dirk');
    await byId('discard').click();
    await desk.page.getByRole('menuitem').first().click();
    await soon(() => model.cut()).toBeGreaterThan(cut);
    await soon(text).toBe('');
  });
});

describe('the steering line', () => {
  it('bug: is lost when the agent looks at another conversation', async () => {
    await openConversation(desk.page, 'Martin');
    await byId('steer').fill('The machine is fine.');
    await openConversation(desk.page, 'Annika');
    expect(await byId('steer').inputValue()).toBe('');
    await openConversation(desk.page, 'Martin');
    expect(await byId('steer').inputValue()).toBe('The machine is fine.');
    await byId('steer').fill('');
  });
});

describe('a writing tool', () => {
  it('bug: two tools one after the other are undone as one, or not at all', async () => {
    await openConversation(desk.page, 'Martin');
    const none = "I'm sorry 😀. We can't do that. مرحبا بك. The mail didn't go.";
    await composer().fill(none);
    await useTool('Reword');
    await byId('tool-accept').click();
    await soon(text).toBe('I am sorry 😀. We cannot do that. مرحبا بك. The mail did not go.');
    const one = await text();
    model.behave({
      answer: ({ parts = [] }) => ({
        parts: parts.map((part) => ({ ...part, text: part.text.replace('I am sorry', 'I am very sorry') })),
      }),
    });
    await useTool('Friendlier');
    await byId('tool-accept').click();
    await soon(text).toContain('very sorry');
    await press('Control+z');
    await soon(text).toBe(one);
    await press('Control+z');
    await soon(text).toBe(none);
  });

  it('bug: after Esc the letters of whoever was writing are commands', async () => {
    await openConversation(desk.page, 'Martin');
    await composer().focus();
    await press('Control+End');
    await press('Alt+t');
    await desk.page.getByRole('menu').waitFor();
    await press('Escape');
    await soon(focused).toBe('composer-text');
    model.behave({ holdsAfter: 1 });
    await press('Alt+t');
    await press('3');
    await byId('tool-result').waitFor();
    await press('Escape');
    await soon(focused).toBe('composer-text');
    await type('cc');
    expect(await text()).toMatch(/cc$/);
  });
});

describe('what an agent tells a model', () => {
  it('bug: is doubted when they send it', async () => {
    await openConversation(desk.page, 'Curtis');
    await byId('steer').fill('The next lot costs €48 and comes on 3 December.');
    await press('Enter');
    await soon(text).toContain('€48');
    await byId('support-open').waitFor();
    const place = desk.page.url();
    // What has only just come up is not sent: the first clicks may be for nothing.
    await soon(async () => {
      if (await isShown('doubts')) return 'doubted';
      if (desk.page.url() !== place) return 'sent';
      await byId('send').click();
      return 'waiting';
    }).toBe('sent');
  });

  it('bug: a toast covers the buttons below it', async () => {
    await openConversation(desk.page, 'Annika');
    // Whoever has changed a reply is told that it is not accepted as it was.
    await composer().focus();
    await type('x');
    await press('Escape');
    await press('a');
    await byId('toast').last().waitFor();
    await soon(async () => {
      const [toast, bar] = [byId('toast').last(), desk.page.locator('footer').last()];
      const [above, below] = [await toast.boundingBox(), await bar.boundingBox()];
      return above !== null && below !== null && above.y + above.height <= below.y;
    }).toBe(true);
  });
});

describe('a model that is not as it should be', () => {
  it('bug: what it says of another customer reaches the draft', async () => {
    await openConversation(desk.page, 'Annika');
    const before = await text();
    const stranger = 'Curtis Vang (curtis.vang@example.com) asked for the same.';
    model.behave({ answer: (told) => ({ sentences: [{ text: stranger, sources: [told.sources?.[0]?.id ?? ''] }] }) });
    await byId('word-draft').click();
    await byId('writing-problem').waitFor();
    expect(await text()).toBe(before);
  });

  it('bug: its wrong key is told as a wrong password', async () => {
    model.behave({ status: 401 });
    await byId('word-draft').click();
    await soon(() => byId('writing-problem').innerText()).toContain('Shop model refused the key.');
  });

  it('bug: removed while it writes, it is still offered', async () => {
    await half('Annika');
    await go(desk.page, '/settings/models');
    await byId('model-row').getByRole('button').last().click();
    await byId('model-remove-confirm').click();
    await byId('model-row').waitFor({ state: 'detached' });
    await openConversation(desk.page, 'Annika');
    expect(await isShown('writing')).toBe(false);
    await byId('writing-tools').click();
    expect(await desk.page.getByRole('menuitem').count()).toBe(3);
    await press('Escape');
  });
});
