import type { ParsedInput, RequestName } from './contract/index.ts';
import { areasOfLeads } from './model/audit.ts';
import type { RoleRule } from './role-rule.ts';

type Rules = { readonly [N in RequestName]: RoleRule<ParsedInput<N>> };

const everybody = { least: null, audit: null } as const;
const agent = { least: 'agent', audit: null } as const;
const lead = { least: 'lead', audit: null } as const;
const owner = { least: 'owner', audit: null } as const;

/** A request without an id makes something new. */
const saved = (id: string | null): 'added' | 'changed' => (id === null ? 'added' : 'changed');
const stateAct = (state: 'active' | 'retired'): 'restored' | 'removed' => (state === 'active' ? 'restored' : 'removed');

/**
 * Who may ask what of the desk, and what is noted of it: the backend holds every request against this one table, and the
 * window offers by it. A request of the contract that is not in it does not compile.
 */
export const roleRules: Rules = {
  // Who works here.
  'profile.list': everybody,
  'profile.present': everybody,
  // The side panel gets out of the way also while it asks who is there.
  'panel.hide': everybody,
  'profile.signIn': { least: null, audit: { area: 'signIn', act: 'signedIn' } },
  'profile.lock': agent,
  'profile.touch': agent,
  'profile.add': {
    least: 'owner',
    audit: { area: 'people', act: 'added', facts: ({ name, role }) => ({ name, role }) },
  },
  'profile.save': {
    least: 'owner',
    audit: { area: 'people', act: 'changed', facts: ({ name, role, state }) => ({ name, role, state }) },
  },
  'profile.setPin': {
    least: 'owner',
    eased: [{ least: 'agent', when: (input, asker) => input.profileId === asker.profileId }],
    audit: { area: 'signIn', act: ({ pin }) => (pin === null ? 'removed' : 'changed') },
  },
  'profile.setLockAfter': {
    least: 'owner',
    audit: { area: 'signIn', act: 'changed', facts: ({ minutes }) => (minutes === null ? {} : { minutes }) },
  },
  'audit.list': {
    least: 'owner',
    eased: [
      { least: 'lead', when: ({ areas }) => areas !== null && areas.every((area) => areasOfLeads.includes(area)) },
    ],
    audit: null,
  },
  'audit.export': { least: 'owner', audit: { area: 'copies', act: 'exported' } },

  // Answering.
  'desk.status': agent,
  'desk.repairEmbedder': agent,
  'conversation.list': agent,
  'conversation.get': agent,
  'conversation.close': agent,
  'conversation.reopen': agent,
  'conversation.findEvidence': agent,
  'helpdesk.read': agent,
  'helpdesk.note': agent,
  'helpdesk.setStatus': agent,
  'helpdesk.assign': agent,
  'helpdesk.setTags': agent,
  'draft.make': agent,
  'draft.useEvidence': agent,
  'draft.check': agent,
  'style.check': agent,
  'draft.accept': agent,
  'draft.discard': agent,
  'draft.write': agent,
  'draft.translated': agent,
  'draft.history': agent,
  'outbox.list': agent,
  'outbox.retry': agent,
  'outbox.stopLooking': agent,
  'outbox.cancel': agent,
  'file.ofWork': agent,
  'file.attach': agent,
  'file.attachOfMacros': agent,
  'file.remove': agent,
  'writing.tools': agent,
  'writing.apply': agent,
  'writing.summary': agent,
  'ask.ask': agent,
  'macro.list': agent,
  'macro.offer': agent,
  'macro.fill': agent,
  'shop.readOrders': agent,
  'shop.findProducts': agent,
  'panel.take': agent,
  'panel.label': agent,
  'panel.copyReply': agent,
  'panel.copyAgain': agent,
  'panel.show': agent,
  'panel.settings': agent,
  'panel.saveSettings': agent,
  'inbox.syncNow': agent,
  // What answering needs to know of the desk; no secrets are in it.
  'store.list': agent,
  'inbox.list': agent,
  'shop.get': agent,
  'model.list': agent,
  'writing.get': agent,
  'knowledge.list': agent,
  'knowledge.history': agent,
  'knowledge.layers': agent,
  'set.list': agent,
  'set.overlays': agent,

  // Knowledge and macros.
  'knowledge.save': { least: 'lead', audit: { area: 'knowledge', act: ({ entryId }) => saved(entryId) } },
  'knowledge.retire': { least: 'lead', audit: { area: 'knowledge', act: 'removed' } },
  'knowledge.restore': { least: 'lead', audit: { area: 'knowledge', act: 'restored' } },
  'knowledge.revert': { least: 'lead', audit: { area: 'knowledge', act: 'reverted' } },
  'macro.versions': lead,
  'file.keep': lead,
  'macro.save': {
    least: 'lead',
    audit: {
      area: 'macros',
      act: ({ macroId }) => saved(macroId),
      facts: ({ content }) => ({ name: content.name }),
    },
  },
  'macro.setState': { least: 'lead', audit: { area: 'macros', act: ({ state }) => stateAct(state) } },
  'macro.import': {
    least: 'lead',
    audit: { area: 'macros', act: ({ isDryRun }) => (isDryRun ? null : 'imported') },
  },
  'set.save': {
    least: 'lead',
    audit: { area: 'knowledge', act: ({ setId }) => saved(setId), facts: ({ name }) => ({ name }) },
  },
  'set.switch': { least: 'lead', audit: { area: 'knowledge', act: 'changed' } },
  'set.setState': { least: 'lead', audit: { area: 'knowledge', act: ({ state }) => stateAct(state) } },
  'source.list': lead,
  'source.choose': lead,
  'source.add': { least: 'lead', audit: { area: 'knowledge', act: 'added', facts: ({ name }) => ({ name }) } },
  'source.read': lead,
  'source.cancel': lead,
  'source.changes': lead,
  'source.take': { least: 'lead', audit: { area: 'knowledge', act: 'imported' } },
  'source.drop': lead,
  'source.remove': { least: 'lead', audit: { area: 'knowledge', act: 'removed' } },
  'replay.run': lead,
  'gap.list': lead,
  'gap.dismiss': { least: 'lead', audit: { area: 'knowledge', act: 'dismissed' } },
  'gap.restore': { least: 'lead', audit: { area: 'knowledge', act: 'restored' } },
  'health.list': lead,
  'health.counts': lead,
  'health.scanState': lead,
  'health.dismiss': { least: 'lead', audit: { area: 'knowledge', act: 'dismissed' } },
  'health.undismiss': { least: 'lead', audit: { area: 'knowledge', act: 'restored' } },

  // When the desk drafts.
  'store.setTolerance': {
    least: 'lead',
    audit: {
      area: 'drafting',
      act: 'changed',
      facts: ({ topic, rate }) => ({ ...(topic === null ? {} : { topic }), ...(rate === null ? {} : { rate }) }),
    },
  },
  'store.setOtherLanguage': { least: 'lead', audit: { area: 'drafting', act: 'changed' } },

  // Lessons: everybody's and one's own can be read; one's own that reach nobody else can be changed.
  'learned.list': {
    least: 'lead',
    eased: [
      { least: 'agent', when: ({ reaching, state }, asker) => state === 'active' && reaching === asker.profileId },
    ],
    audit: null,
  },
  'learned.save': {
    least: 'lead',
    eased: [{ least: 'agent', when: ({ itemId }, asker) => asker.isOwnLesson(itemId) }],
    audit: { area: 'lessons', act: 'changed' },
  },
  'learned.forget': {
    least: 'lead',
    eased: [{ least: 'agent', when: ({ itemId }, asker) => asker.isOwnLesson(itemId) }],
    audit: { area: 'lessons', act: 'removed' },
  },
  // Their own alone: the handler takes who they are from the session.
  'lesson.own': agent,
  'lesson.queue': lead,
  'lesson.list': lead,
  'lesson.get': lead,
  'lesson.replay': lead,
  'lesson.approve': { least: 'lead', audit: { area: 'lessons', act: 'approved' } },
  'lesson.reject': { least: 'lead', audit: { area: 'lessons', act: 'rejected' } },
  'lesson.merge': { least: 'lead', audit: { area: 'lessons', act: 'approved' } },
  'lesson.setAside': { least: 'lead', audit: { area: 'lessons', act: 'dismissed' } },
  'lesson.revert': { least: 'lead', audit: { area: 'lessons', act: 'reverted' } },
  'lesson.undo': { least: 'lead', audit: { area: 'lessons', act: 'restored' } },
  'lesson.decisions': lead,
  'lesson.effect': lead,
  'lesson.rules': lead,
  'lesson.saveRules': { least: 'lead', audit: { area: 'lessons', act: 'changed' } },
  'lesson.withdrawOf': { least: 'lead', audit: { area: 'lessons', act: 'removed' } },
  'lesson.withdrawPreview': lead,
  'lesson.reviews': lead,
  'lesson.markReviewed': lead,
  'lesson.unmarkReviewed': lead,

  // Figures.
  // Whose they are is decided with the store's settings at hand (`figuresFor`).
  'insight.report': agent,
  'insight.outcomes': agent,
  'insight.coverage': lead,
  'insight.drift': agent,
  'insight.dismissDrift': { least: 'lead', audit: { area: 'knowledge', act: 'dismissed' } },
  'insight.restoreDrift': { least: 'lead', audit: { area: 'knowledge', act: 'restored' } },
  'insight.setComparison': { least: 'owner', audit: { area: 'people', act: 'changed' } },
  'insight.export': {
    least: 'owner',
    eased: [{ least: 'lead', when: ({ withTexts }) => !withTexts }],
    audit: { area: 'copies', act: 'exported' },
  },

  // The store, its lines to the world, and what leaves it.
  'store.create': {
    least: 'owner',
    audit: { area: 'stores', act: 'added', facts: ({ settings }) => ({ name: settings.name }) },
  },
  'store.saveSettings': {
    least: 'owner',
    audit: { area: 'stores', act: 'changed', facts: ({ settings }) => ({ name: settings.name }) },
  },
  'style.sheet': lead,
  'style.use': { least: 'owner', audit: { area: 'stores', act: 'changed' } },
  'style.dismiss': { least: 'owner', audit: { area: 'stores', act: 'changed' } },
  'style.save': { least: 'owner', audit: { area: 'stores', act: 'changed' } },
  'inbox.add': { least: 'owner', audit: { area: 'inboxes', act: 'added', facts: ({ name }) => ({ name }) } },
  'inbox.save': { least: 'owner', audit: { area: 'inboxes', act: 'changed', facts: ({ name }) => ({ name }) } },
  'inbox.remove': { least: 'owner', audit: { area: 'inboxes', act: 'removed' } },
  'inbox.probe': owner,
  'inbox.pause': { least: 'owner', audit: { area: 'inboxes', act: 'stopped' } },
  'inbox.resume': { least: 'owner', audit: { area: 'inboxes', act: 'resumed' } },
  'shop.connect': { least: 'owner', audit: { area: 'shops', act: 'added' } },
  'shop.disconnect': { least: 'owner', audit: { area: 'shops', act: 'removed' } },
  'shop.probe': owner,
  'model.save': {
    least: 'owner',
    audit: { area: 'models', act: ({ modelId }) => saved(modelId), facts: ({ name }) => ({ name }) },
  },
  'model.remove': { least: 'owner', audit: { area: 'models', act: 'removed' } },
  'model.probe': owner,
  'model.names': owner,
  'model.chooseFile': owner,
  'writing.save': {
    least: 'owner',
    audit: { area: 'privacy', act: 'changed', facts: ({ writing }) => ({ isLocalOnly: writing.isLocalOnly }) },
  },
  'ledger.list': owner,
  'ledger.body': owner,
  'ledger.uses': owner,
  'searchModel.status': owner,
  'searchModel.chooseFolder': { least: 'owner', audit: { area: 'search', act: 'changed' } },
  'searchModel.tryAgain': owner,
  'searchModel.useBuiltIn': { least: 'owner', audit: { area: 'search', act: 'changed' } },
  'searchModel.download': { least: 'owner', audit: { area: 'search', act: 'changed' } },
  'searchModel.stopDownload': owner,
  'searchModel.discardDownload': owner,
  'portable.export': { least: 'owner', audit: { area: 'copies', act: 'exported' } },
  'portable.inspect': owner,
  'portable.take': { least: 'owner', audit: { area: 'copies', act: 'imported' } },
  'backup.status': owner,
  'backup.make': { least: 'owner', audit: { area: 'copies', act: 'exported' } },
  'backup.inspect': owner,
  'backup.restore': { least: 'owner', audit: { area: 'copies', act: 'restored' } },
};
