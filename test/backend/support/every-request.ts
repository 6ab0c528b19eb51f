import { noHouseStyle } from '#shared/model/store.ts';
import type { RequestInput, RequestName } from '#shared/contract/index.ts';
import { unlimited } from '#shared/model/knowledge.ts';
import type { Role } from '#shared/model/profile.ts';
import { plainSettings } from '#shared/model/store.ts';
import { plainWriting } from '#shared/model/writing.ts';
import { macroContent } from '#test/support/macro-content.ts';

/** A valid input of a request, and who may ask it at least, in this test's own words. */
type Case<N extends RequestName> = { readonly least: Role | null; readonly input: RequestInput<N> };

/** Things of the desk, as the person sees them who asks. */
export type Seen = {
  readonly me: string;
  readonly other: string;
  readonly pin: string;
  readonly storeId: string;
  readonly inboxId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly entryId: string;
  readonly entryVersionId: string;
  /** Taught by them, and reaching nobody else. */
  readonly ownLessonId: string;
  readonly ownSharedLessonId: string;
  readonly othersLessonId: string;
  /** Of nothing. */
  readonly noId: string;
};

const everybody = <I>(input: I) => ({ least: null, input });
const agents = <I>(input: I) => ({ least: 'agent' as const, input });
const leads = <I>(input: I) => ({ least: 'lead' as const, input });
const owners = <I>(input: I) => ({ least: 'owner' as const, input });

/** Every request of the contract, in every way in which it matters who asks. */
export function everyRequest(seen: Seen): { readonly [N in RequestName]: ReadonlyArray<Case<N>> } {
  const { me, other, pin, storeId, inboxId, conversationId, entryId, noId } = seen;
  const store = { storeId };
  const conversation = { conversationId };
  const month = { ...store, from: 0, to: Date.now() };
  const report = { ...month, utcOffset: 0 };
  const content = {
    ...unlimited,
    kind: 'pair' as const,
    question: 'Q',
    answer: 'A',
    topic: null,
    scope: [],
    language: 'en' as const,
  };
  const accepted = { ...conversation, draftId: null, lastMessageId: seen.messageId, text: 'Yes, it is.' };
  const settings = { ...plainSettings, name: 'Other' };
  const shop = { kind: 'shopify' as const, host: 'http://127.0.0.1:9' };
  const model = {
    modelId: null,
    settings: { kind: 'ollama' as const, baseUrl: 'http://127.0.0.1:9', model: 'm' },
    secret: null,
  };
  const set = { setId: noId };
  const source = { sourceId: noId };
  const choice = { kinds: [], takesUnsure: false, flipped: [] };
  const someone = { profileId: other, name: 'Other', role: 'agent' as const, state: 'active' as const };
  const file = { name: 'a.txt', contentType: 'text/plain', bytes: new Uint8Array([1]) };
  const lesson = { itemId: seen.othersLessonId };
  return {
    'profile.list': [everybody({})],
    'profile.present': [everybody({})],
    'profile.signIn': [everybody({ profileId: me, pin })],
    'profile.lock': [agents({})],
    'profile.touch': [agents({})],
    'profile.add': [owners({ name: 'New', role: 'agent', pin: null }), owners({ name: 'Mine', role: 'owner', pin })],
    'profile.save': [owners(someone), owners({ ...someone, profileId: noId, role: 'owner' })],
    'profile.setPin': [
      agents({ profileId: me, formerPin: pin, pin }),
      owners({ profileId: other, formerPin: null, pin }),
      owners({ profileId: other, formerPin: pin, pin }),
    ],
    'profile.setLockAfter': [owners({ minutes: null })],
    'audit.list': [
      leads({ areas: ['knowledge'] }),
      leads({ areas: ['lessons', 'knowledge', 'macros', 'drafting'] }),
      owners({}),
      owners({ profileId: me }),
      owners({ areas: ['knowledge', 'signIn'] }),
    ],
    'audit.export': [owners({}), owners({ areas: ['knowledge'] })],

    'desk.status': [agents({})],
    'desk.repairEmbedder': [agents({})],
    'conversation.list': [agents({}), agents(store)],
    'conversation.get': [agents(conversation)],
    'conversation.close': [agents(conversation)],
    'conversation.reopen': [agents(conversation)],
    'conversation.findEvidence': [agents({ ...store, text: 'kettle' })],
    'helpdesk.read': [agents(conversation)],
    'helpdesk.note': [agents({ ...conversation, text: 'n' })],
    'helpdesk.setStatus': [agents({ ...conversation, status: 'open' })],
    'helpdesk.assign': [agents({ ...conversation, assigneeId: null })],
    'helpdesk.setTags': [agents({ ...conversation, tags: [] })],
    'draft.make': [agents(conversation)],
    'draft.useEvidence': [agents({ ...conversation, ask: 0, evidenceId: entryId })],
    'draft.check': [agents({ ...conversation, draftId: null, text: 'Hello' })],
    'draft.accept': [agents(accepted)],
    'draft.discard': [agents({ draftId: noId, reason: 'tone' })],
    'draft.write': [agents({ ...conversation, steer: null, writingId: noId })],
    'draft.translated': [agents({ ...conversation, text: 'Hello', to: 'ja' })],
    'draft.history': [agents(conversation)],
    'outbox.list': [agents({})],
    'outbox.retry': [agents({ outboxId: noId })],
    'outbox.stopLooking': [agents({ outboxId: noId })],
    'outbox.cancel': [agents({ outboxId: noId })],
    'file.ofWork': [agents(conversation)],
    'file.attach': [agents({ ...conversation, ...file })],
    'file.attachOfMacros': [agents({ ...conversation, macros: [] })],
    'file.remove': [agents({ ...conversation, sha256: '0'.repeat(64) })],
    'file.keep': [leads(file)],
    'macro.versions': [leads({ macroId: noId })],
    'writing.tools': [agents(conversation)],
    'writing.apply': [agents({ ...conversation, tool: 'fix', text: 'a', selection: null, language: null })],
    'writing.summary': [agents({ ...conversation, language: 'en' })],
    'ask.ask': [agents({ ...store, text: 'Is it in stock?', channel: null })],
    'macro.list': [agents({})],
    'macro.offer': [agents(conversation)],
    'macro.fill': [
      agents({ ...conversation, macroIds: [noId], orderNumber: null, answers: {}, before: '', after: '' }),
    ],
    'shop.readOrders': [agents(conversation)],
    'shop.findProducts': [agents({ ...conversation, text: 'kettle' })],
    'panel.take': [agents({ ...store, conversationId: null, from: 'summons', inboxName: 'Copied' })],
    'panel.label': [agents({ ...conversation, label: 'Anna' })],
    'panel.copyReply': [agents(accepted)],
    'panel.copyAgain': [agents({ outboxId: noId })],
    'panel.show': [agents({})],
    'panel.hide': [everybody({})],
    'panel.settings': [agents({})],
    'panel.saveSettings': [agents({ edge: 'right' })],
    'inbox.syncNow': [agents({ inboxId })],
    'store.list': [agents({})],
    'inbox.list': [agents({})],
    'shop.get': [agents(store)],
    'model.list': [agents({})],
    'writing.get': [agents(store)],
    'knowledge.list': [agents(store), agents({ ...store, state: 'retired' })],
    'knowledge.history': [agents({ entryId })],
    'knowledge.layers': [agents({ ...content, id: null, ...store, setId: null })],
    'set.list': [agents({})],
    'set.overlays': [agents({ ...store, ...set })],

    'knowledge.save': [leads({ ...store, entryId, content }), leads({ ...store, entryId: null, content })],
    'knowledge.retire': [leads({ entryId })],
    'knowledge.restore': [leads({ entryId })],
    'knowledge.revert': [leads({ entryId, versionId: seen.entryVersionId })],
    'macro.save': [leads({ macroId: null, content: macroContent() })],
    'macro.setState': [leads({ macroId: noId, state: 'retired' })],
    'macro.import': [leads({ inboxId, withPrivate: false, isDryRun: true })],
    'set.save': [leads({ setId: null, name: 'Winter' })],
    'set.switch': [leads({ ...store, on: [], off: [noId] }), leads({ ...store, on: [noId, entryId], off: [] })],
    'set.setState': [leads({ ...set, state: 'retired' })],
    'source.list': [leads({})],
    'source.choose': [leads({ what: 'file' })],
    'source.add': [leads({ place: { ...store, setId: null }, name: 'Given', settings: { kind: 'given' } })],
    'source.read': [leads(source)],
    'source.cancel': [leads(source)],
    'source.changes': [leads({ planId: noId })],
    'source.take': [leads({ planId: noId, choice, why: '' })],
    'source.drop': [leads({ planId: noId })],
    'source.remove': [leads({ ...source, entries: 'keep', why: '' })],
    'replay.run': [leads({ ...store, changes: [{ kind: 'retire', entryId }], conversations: 1 })],
    'gap.list': [leads(store)],
    'gap.dismiss': [leads({ key: 'gap' })],
    'gap.restore': [leads({ key: 'gap' })],
    'health.list': [leads(store)],
    'health.counts': [leads(store)],
    'health.scanState': [leads({})],
    'health.dismiss': [leads({ findingId: 1 })],
    'health.undismiss': [leads({ findingId: 1 })],

    'learned.list': [
      agents({ ...store, reaching: me }),
      leads({ ...store, reaching: other }),
      leads(store),
      leads({ ...store, state: 'forgotten', reaching: me }),
    ],
    'learned.save': [
      agents({ itemId: seen.ownLessonId, question: 'Q', answer: 'A' }),
      leads({ itemId: seen.othersLessonId, question: 'Q', answer: 'A' }),
      leads({ itemId: seen.ownSharedLessonId, question: 'Q', answer: 'A' }),
    ],
    'learned.forget': [
      agents({ itemId: seen.ownLessonId }),
      leads({ itemId: seen.othersLessonId }),
      leads({ itemId: seen.ownSharedLessonId }),
    ],

    'lesson.own': [agents(store)],
    'lesson.queue': [leads(store)],
    'lesson.list': [leads({ ...store, standing: 'waiting' }), leads({ ...store, standing: 'shared' })],
    'lesson.get': [leads(lesson), leads({ itemId: seen.ownLessonId })],
    'lesson.replay': [leads({ ...lesson, conversations: 1 })],
    'lesson.approve': [
      leads(lesson),
      leads({ itemId: seen.ownLessonId, answer: 'A' }),
      leads({ ...lesson, intoEntry: true }),
    ],
    'lesson.reject': [leads({ ...lesson, reason: 'No' }), leads({ itemId: seen.ownLessonId, reason: 'No' })],
    'lesson.merge': [leads({ itemIds: [seen.ownLessonId, seen.othersLessonId], question: 'Q', answer: 'A' })],
    'lesson.setAside': [leads(lesson)],
    'lesson.revert': [leads({ itemId: seen.ownSharedLessonId, why: 'Old' })],
    'lesson.undo': [leads({ decisionId: noId })],
    'lesson.decisions': [leads(store)],
    'lesson.effect': [leads({ itemId: seen.ownSharedLessonId }), leads(lesson)],
    'lesson.rules': [leads(store)],
    'lesson.saveRules': [leads({ ...store, fromVersion: 0, rules: [] })],
    'lesson.withdrawOf': [
      leads({ profileId: other, since: 0, why: 'Wrong' }),
      leads({ profileId: me, since: 0, why: 'Wrong', ...store }),
    ],
    'lesson.withdrawPreview': [leads({ profileId: other, since: 0 }), leads({ profileId: me, since: 0, ...store })],
    'lesson.reviews': [leads({ ...store, from: 0, to: 1 })],
    'lesson.markReviewed': [leads({ outcomeId: noId })],
    'lesson.unmarkReviewed': [leads({ outcomeId: noId })],

    // An agent who asks for all gets their own; the figures of another are refused by their handler.
    'insight.report': [agents({ ...report, profileId: me }), agents(report)],
    'insight.outcomes': [agents({ ...month, profileId: me }), agents(month)],
    'insight.coverage': [leads({ ...store, topic: null })],
    'insight.drift': [agents(store)],
    'insight.dismissDrift': [leads({ key: 'drift' })],
    'insight.restoreDrift': [leads({ key: 'drift' })],
    'insight.setComparison': [owners({ ...store, comparesPeople: false })],
    'insight.export': [leads({ query: report, withTexts: false }), owners({ query: report, withTexts: true })],

    'store.create': [owners({ settings })],
    'store.saveSettings': [owners({ ...store, settings })],
    'store.setTolerance': [
      leads({ ...store, topic: null, rate: null }),
      leads({ ...store, topic: 'shipping', rate: 0.05 }),
    ],
    'style.check': [agents({ ...conversation, text: 'Hello' })],
    'style.sheet': [leads(store)],
    'style.use': [owners({ ...store, key: 'none' })],
    'style.dismiss': [owners({ ...store, key: 'none' })],
    'style.save': [owners({ ...store, house: noHouseStyle })],
    'store.setOtherLanguage': [leads({ ...store, otherLanguage: 'draft' })],
    'inbox.add': [owners({ ...store, name: 'More', settings: { kind: 'sample' }, secret: null })],
    'inbox.save': [owners({ inboxId, name: 'Other', settings: { kind: 'sample' }, secret: null })],
    'inbox.remove': [owners({ inboxId: noId })],
    'inbox.probe': [owners({ inboxId: null, settings: { kind: 'sample' }, secret: null })],
    'inbox.pause': [owners({ inboxId })],
    'inbox.resume': [owners({ inboxId })],
    'shop.connect': [owners({ ...store, settings: shop, secret: null })],
    'shop.disconnect': [owners(store)],
    'shop.probe': [owners({ ...store, settings: shop, secret: null })],
    'model.save': [owners({ ...model, name: 'Model' })],
    'model.remove': [owners({ modelId: noId })],
    'model.probe': [owners(model)],
    'model.names': [owners(model)],
    'model.chooseFile': [owners({})],
    'writing.save': [owners({ ...store, writing: plainWriting })],
    'ledger.list': [owners({ storeId: null, isLocal: null, before: null })],
    'ledger.body': [owners({ lineId: noId })],
    'ledger.uses': [owners({ storeId: null, from: 0, to: 1 })],
    'searchModel.status': [owners({})],
    'searchModel.chooseFolder': [owners({})],
    'searchModel.tryAgain': [owners({})],
    'searchModel.useBuiltIn': [owners({})],
    'searchModel.download': [owners({ host: 'http://127.0.0.1:9', model: 'a/b' })],
    'searchModel.stopDownload': [owners({})],
    'searchModel.discardDownload': [owners({})],
    'portable.export': [owners({})],
    'portable.inspect': [owners({})],
    'portable.take': [owners({ digest: 'none' })],
    'backup.status': [owners({})],
    'backup.make': [owners({})],
    'backup.inspect': [owners({ file: null }), owners({ file: '/etc/passwd' })],
    'backup.restore': [owners({ file: '/etc/passwd' })],
  };
}
