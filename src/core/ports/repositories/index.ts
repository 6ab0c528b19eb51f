import type { KnownWords } from '../known-words.ts';
import type { PassageIndex } from '../passage-index.ts';
import type { AuditRepository } from './audit.ts';
import type { ConversationRepository, DraftRepository, OutboxRepository, OutcomeRepository } from './conversations.ts';
import type { CorpusRepository } from './corpus.ts';
import type { DismissalRepository, FindingRepository } from './findings.ts';
import type { FileRepository } from './files.ts';
import type { KnowledgeRepository, KnowledgeSetRepository, LearnedRepository } from './knowledge.ts';
import type { LanguageModelRepository, LedgerRepository, StoreWritingRepository } from './writing.ts';
import type { LessonRepository } from './lessons.ts';
import type { MacroRepository } from './macros.ts';
import type { OutcomeFactRepository } from './outcome-facts.ts';
import type { ProfileRepository } from './profiles.ts';
import type { ShopRepository } from './shops.ts';
import type { SourceRepository } from './sources.ts';
import type { DeskSettingRepository, InboxRepository, OrderRepository, StoreRepository } from './stores.ts';

/** Everything that is kept, in one database. All of it is synchronous: there is one connection and no waiting. */
export type Database = {
  /** The id of this desk: the origin of every row it writes. */
  readonly deskId: string;
  /** Runs the work as one immediate transaction: all of it or none. A call within a call joins the outer one. */
  readonly transaction: <T>(work: () => T) => T;
  readonly stores: StoreRepository;
  readonly inboxes: InboxRepository;
  readonly orders: OrderRepository;
  readonly shops: ShopRepository;
  readonly conversations: ConversationRepository;
  readonly drafts: DraftRepository;
  readonly outbox: OutboxRepository;
  readonly outcomes: OutcomeRepository;
  readonly outcomeFacts: OutcomeFactRepository;
  readonly knowledge: KnowledgeRepository;
  readonly sets: KnowledgeSetRepository;
  readonly settings: DeskSettingRepository;
  readonly profiles: ProfileRepository;
  readonly audit: AuditRepository;
  readonly sources: SourceRepository;
  readonly learned: LearnedRepository;
  readonly lessons: LessonRepository;
  readonly passages: PassageIndex;
  readonly words: KnownWords;
  readonly corpus: CorpusRepository;
  readonly macros: MacroRepository;
  readonly files: FileRepository;
  readonly findings: FindingRepository;
  readonly dismissals: DismissalRepository;
  readonly languageModels: LanguageModelRepository;
  readonly storeWriting: StoreWritingRepository;
  readonly ledger: LedgerRepository;
  close(): void;
};
