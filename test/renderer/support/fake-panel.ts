import { AppError } from '#shared/errors.ts';
import { PanelState } from '#shared/model/panel.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';

type PanelName = Extract<keyof Handlers, `panel.${string}`>;

/** The side panel of the made-up desk: what it takes is always the first conversation of the store. */
export function fakePanelHandlers(state: FakeState, accept: Handlers['draft.accept']): Pick<Handlers, PanelName> {
  let settings: PanelState = {
    shortcut: 'CommandOrControl+Shift+Space',
    edge: 'right',
    hidesAfterCopy: false,
    isShortcutActive: true,
  };
  return {
    'panel.take': ({ storeId, from }) => {
      if (from === 'summons') return null;
      const thread = [...state.world.threads.values()].find((each) => each.conversation.storeId === storeId);
      if (thread === undefined)
        throw new AppError('invalid_input', 'Nothing is copied', { detail: { reason: 'no_text' } });
      return { conversationId: thread.conversation.id, what: 'taken' };
    },
    'panel.label': ({ conversationId, label }) => {
      const thread = state.threadOf(conversationId);
      const conversation = { ...thread.conversation, customerName: label };
      state.changed({ ...thread, conversation });
      return conversation;
    },
    'panel.copyReply': accept,
    'panel.copyAgain': () => ({}),
    'panel.show': () => ({}),
    'panel.hide': () => ({}),
    'panel.settings': () => settings,
    'panel.saveSettings': (change) => {
      settings = PanelState.parse({ ...settings, ...change });
      state.emit('panel.settingsChanged', {});
      return settings;
    },
  };
}
