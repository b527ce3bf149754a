// Generated from the migrated database by `kawaliss schema`. Do not edit: change a migration.
import type { ColumnType } from 'kysely'
import type { Language, Trilingual } from '../../domain/language.ts'

/** timestamptz: read as a Date, written as a Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
/** numeric: an exact decimal as text. */
type Decimal = ColumnType<string, string | number, string | number>
/** jsonb: written as JSON text. */
type Json = ColumnType<unknown, string, string>
type TrilingualColumn = ColumnType<Trilingual, string, string>
/** A column with a default: may be left out of an insert. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export interface ActivityTable {
  organisation: string
  id: string
  edition: string
  kind: string
  tour: string | null
  title: TrilingualColumn
  region: string | null
  during: string
  place: Generated<string>
  public: Generated<boolean>
  planned_at: Moment
  planned_by: string
  version: Generated<number>
  held_at: Moment | null
  held_by: string | null
  cancelled_at: Moment | null
  cancelled_by: string | null
  cancel_reason: string | null
}

export interface ActivityPersonTable {
  organisation: string
  activity: string
  person: string
  part: string
  during: string
}

export interface ActivityProjectTable {
  organisation: string
  activity: string
  edition: string
  project: string
  during: string
}

export interface ActivityRoomTable {
  organisation: string
  activity: string
  room: string
  during: string
}

export interface AgreementTable {
  organisation: string
  award: string
  signed_on: string
  recorded_at: Moment
  recorded_by: string
}

export interface ApiTokenTable {
  organisation: string
  id: string
  person: string
  name: string
  token_hash: Buffer
  writes: boolean
  created_at: Moment
  expires_at: Moment
  revoked_at: Moment | null
}

export interface ApplicantKindTable {
  organisation: string
  edition: string
  code: string
  name: TrilingualColumn
  structure: Generated<boolean>
  position: number
}

export interface ApplicationTable {
  organisation: string
  id: string
  edition: string
  call: string
  number: string
  language: Language
  created_at: Moment
  created_by: string
}

export interface ApplicationCountTable {
  organisation: string
  call: string
  last: number
}

export interface ApplicationMemberTable {
  organisation: string
  application: string
  person: string
  part: string
  joined_at: Moment
}

export interface AssignmentTable {
  organisation: string
  id: string
  edition: string
  stage: string
  application: string
  reviewer: string
  third: Generated<boolean>
  assigned_at: Moment
  assigned_by: string
  ended_at: Moment | null
  ended_by: string | null
  end_reason: string | null
  set_aside: number | null
}

export interface AssignmentPlanTable {
  organisation: string
  id: string
  edition: string
  kind: string
  options: Json
  fingerprint: string
  seed: number | null
  figures: Json
  certificate: Json | null
  applied_at: Moment
  applied_by: string
}

export interface AssignmentSeedTable {
  organisation: string
  edition: string
  seq: number
  seed: string
  committed_at: Moment
  committed_by: string
}

export interface AssistanceTable {
  organisation: string
  id: string
  application: string
  helper: string
  channel: string
  region: string | null
  begun_at: Moment
  ended_at: Moment | null
  ended_by: string | null
}

export interface AttendanceTable {
  organisation: string
  activity: string
  project: string
  mark: string
  recorded_at: Moment
  recorded_by: string
}

export interface AuditEntryTable {
  organisation: string
  stream: string
  seq: number
  act: string
  actor: string | null
  at: Moment
  payload: string
  previous: string
  hash: string
}

export interface AuditSealTable {
  organisation: string
  seq: number
  sealed_at: Moment
  entries: number
  heads: string
  previous: string
  hash: string
}

export interface AuditSealStreamTable {
  organisation: string
  seal: number
  stream: string
  seq: number
}

export interface AwardTable {
  organisation: string
  id: string
  edition: string
  project: string
  budget_line: string
  kind: string
  rank: number | null
  amount: Decimal
  currency: string
  awarded_on: string
  awarded_at: Moment
  awarded_by: string
}

export interface BudgetLineTable {
  organisation: string
  id: string
  edition: string
  funder: string
  code: string
  name: TrilingualColumn
  currency: string
  amount: Decimal
  recorded_at: Moment
  recorded_by: string | null
}

export interface BulkActTable {
  organisation: string
  id: string
  edition: string
  act: string
  chosen: Json
  input: Json
  lines: Json
  fingerprint: string
  planned_at: Moment
  planned_by: string
  done_at: Moment | null
}

export interface CallTable {
  organisation: string
  id: string
  edition: string
  title: TrilingualColumn
  summary: TrilingualColumn
  texts: Json
  opens_at: Moment
  opens_wall: string
  deadline_at: Moment | null
  deadline_wall: string | null
  zone: string
  grace_seconds: Generated<number>
  age_on: string | null
  created_at: Moment
  published_at: Moment | null
  published_by: string | null
}

export interface CallAlertTable {
  organisation: string
  id: string
  programme: string | null
  address: string
  language: Language
  asked_at: Moment
  confirmed_at: Moment | null
}

export interface CallAlertSentTable {
  organisation: string
  alert: string
  call: string
  kind: string
  about: string
  sent_at: Moment
}

export interface CallClosingTable {
  organisation: string
  call: string
  closes_at: Moment
  closes_wall: string
  reason: TrilingualColumn
  told: number
  decided_at: Moment
  decided_by: string
}

export interface CallExtensionTable {
  organisation: string
  call: string
  seq: number
  from_at: Moment
  from_wall: string
  to_at: Moment
  to_wall: string
  reason: TrilingualColumn
  told: number
  decided_at: Moment
  decided_by: string
}

export interface CallQuestionTable {
  organisation: string
  id: string
  call: string
  asked_at: Moment
  address: string
  language: Language
  question: string
  answered_at: Moment | null
  answered_by: string | null
  answer: string | null
  published: Json | null
}

export interface CommuniqueTable {
  organisation: string
  id: string
  edition: string
  slug: string
  title: TrilingualColumn
  body: Json
  version: Generated<number>
  written_at: Moment
  written_by: string
}

export interface CommuniquePublicationTable {
  organisation: string
  communique: string
  seq: number
  version: number
  title: TrilingualColumn
  body: Json
  figures: Json
  warnings: Json
  fingerprint: string
  published_at: Moment
  published_by: string
}

export interface ConflictTable {
  organisation: string
  edition: string
  reviewer: string
  application: string
  kind: string
  note: Generated<string>
  declared_at: Moment
  declared_by: string
}

export interface ConflictFoundTable {
  organisation: string
  edition: string
  reviewer: string
  application: string
  kind: string
  sign: string
  certain: boolean
  shared: Generated<string>
  found_at: Moment
  gone_at: Moment | null
}

export interface ConflictVerdictTable {
  organisation: string
  reviewer: string
  application: string
  kind: string
  seq: number
  stands: boolean
  reason: string
  judged_at: Moment
  judged_by: string
}

export interface ConflictWithdrawalTable {
  organisation: string
  id: string
  edition: string
  reviewer: string
  application: string
  note: string
  declared_at: Moment
  declared_by: string
  reason: string
  withdrawn_at: Moment
  withdrawn_by: string
}

export interface CorrectionTable {
  organisation: string
  request: string
  application: string
  corrected_at: Moment
  corrected_by: string
  note: Generated<string>
  declared: string | null
}

export interface CorrectionDayTable {
  organisation: string
  request: string
  seq: number
  day: string
  due_at: Moment
  set_at: Moment
  set_by: string
  reminded_at: Moment | null
}

export interface CorrectionDraftTable {
  organisation: string
  request: string
  answers: Json
  written: Generated<Json>
  version: number
  saved_at: Moment
  saved_by: string
}

export interface CorrectionRecallTable {
  organisation: string
  request: string
  recalled_at: Moment
  recalled_by: string
}

export interface CorrectionRequestTable {
  organisation: string
  id: string
  application: string
  seq: number
  questions: string[]
  reason: string
  asked_at: Moment
  asked_by: string
}

export interface CriterionTable {
  organisation: string
  edition: string
  code: string
  name: TrilingualColumn
  question: TrilingualColumn
  weight: number
  anchors: Json
  position: number
}

export interface DeadlineReminderTable {
  organisation: string
  call: string
  person: string
  deadline_at: Moment
  message: string
  application: string | null
}

export interface DecisionTable {
  organisation: string
  edition: string
  application: string
  seal: string
  outcome: string
  region: string
  rank: number
  reserve_rank: number | null
  score: Decimal | null
  explanation: Json
}

export interface DemoWorldTable {
  organisation: string
  stage: string
  clock_at: Moment
  loaded_at: Moment
}

export interface DepartureTable {
  organisation: string
  edition: string
  project: string
  left_on: string
  reason: string
  recorded_at: Moment
  recorded_by: string
}

export interface DocumentVerdictTable {
  organisation: string
  application: string
  question: string
  seq: number
  files: string[]
  verdict: string
  reason: Generated<string>
  judged_at: Moment
  judged_by: string
}

export interface DraftTable {
  organisation: string
  application: string
  form_version: string
  answers: Json
  done: Generated<string[]>
  written: Generated<Json>
  version: number
  saved_at: Moment
  unasked: Generated<Json>
}

export interface DraftAsideTable {
  organisation: string
  application: string
  question: string
  page: string
  person: string
  answer: Json
  written_at: Moment
}

export interface DraftMoveTable {
  organisation: string
  application: string
  form_version: string
  before: string
  moved_at: Moment
  moved_by: string
  sections: string[]
}

export interface EditionTable {
  organisation: string
  id: string
  programme: string
  slug: string
  ordinal: number
  year: number
  name: TrilingualColumn
  currency: string
  places: number
  support_months: number
  scale_min: Generated<number>
  scale_max: Generated<number>
  pass_mark: Decimal
  divergence: Decimal
  interview_weight: Decimal
  reviews_per_application: number
  reserve_per_region: Generated<number>
  seed_ceiling: Generated<Decimal>
  created_at: Moment
  appeal_days: Generated<number>
  appeal_days_promised: number | null
  score_basis: string | null
  comments_told: string | null
}

export interface EditionDateTable {
  organisation: string
  edition: string
  code: string
  name: TrilingualColumn
  starts_on: string
  ends_on: string
  public: Generated<boolean>
}

export interface EditionDraftTable {
  organisation: string
  id: string
  programme: string | null
  edition: string | null
  document: Json
  version: Generated<number>
  created_at: Moment
  created_by: string
  saved_at: Moment
  saved_by: string
  proposed_at: Moment | null
  proposed_by: string | null
  applied_at: Moment | null
  applied_by: string | null
  removed_at: Moment | null
  removed_by: string | null
}

export interface EditionFeeTable {
  organisation: string
  edition: string
  seq: number
  reading: Decimal | null
  interview: Decimal | null
  set_at: Moment
  set_by: string
  session: Decimal | null
}

export interface EditionFunderTable {
  organisation: string
  edition: string
  funder: string
  position: number
}

export interface EditionRegionTable {
  organisation: string
  edition: string
  code: string
  iso: string
  name: TrilingualColumn
  mark: Generated<string>
  places: number
  position: number
}

export interface EditionSectorTable {
  organisation: string
  edition: string
  code: string
  name: TrilingualColumn
  position: number
}

export interface EditionStrandTable {
  organisation: string
  edition: string
  code: string
  name: TrilingualColumn
  summary: TrilingualColumn
  places: number | null
  ceiling: Decimal | null
  envelope: Decimal | null
  position: number
}

export interface EligibilityAppealTable {
  organisation: string
  application: string
  decision: number
  text: string
  lodged_at: Moment
  lodged_by: string
  answered_at: Moment | null
  answered_by: string | null
  upheld: boolean | null
  answer: string | null
}

export interface EligibilityCheckTable {
  organisation: string
  application: string
  rule: string
  seq: number
  verdict: string
  automatic: boolean
  reason: Generated<string>
  facts: Generated<Json>
  checked_at: Moment
  checked_by: string | null
}

export interface EligibilityCheckerTable {
  organisation: string
  application: string
  seq: number
  person: string | null
  given_at: Moment
  given_by: string
}

export interface EligibilityDecisionTable {
  organisation: string
  application: string
  seq: number
  eligible: boolean
  ground: string | null
  reason: string
  decided_at: Moment
  decided_by: string
}

export interface EligibilityLetterTable {
  organisation: string
  application: string
  decision: number
  batch: string | null
  message: string | null
  appeal_days: number | null
  written_at: Moment
  written_by: string
}

export interface EligibilityRuleTable {
  organisation: string
  edition: string
  code: string
  kind: string
  parameters: Json
  name: TrilingualColumn
  reason: TrilingualColumn
  position: number
}

export interface ExtraTimeTable {
  organisation: string
  id: string
  call: string
  person: string
  application: string | null
  until_at: Moment
  until_wall: string
  ground: string
  reason: string
  given_at: Moment
  given_by: string
  recalled_at: Moment | null
  recalled_by: string | null
}

export interface FeeSheetTable {
  organisation: string
  edition: string
  currency: string
  lines: Json
  total: Decimal
  fingerprint: string
  closed_at: Moment
  closed_by: string
}

export interface FigureTable {
  organisation: string
  id: string
  edition: string
  reference: string
  indicator: string
  parameters: Json
  defined_at: Moment
  defined_by: string
}

export interface FileTable {
  organisation: string
  id: string
  application: string
  question: string | null
  given_at: Moment
  given_by: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  blob: string | null
  prepared_at: Moment | null
  seconds: number | null
  carried_from: string | null
  appeal: number | null
}

export interface FilePictureTable {
  organisation: string
  file: string
  width: number
  height: number
  size: number
  bytes: number
  blob: string
}

export interface FileQuestionTable {
  organisation: string
  id: string
  edition: string
  application: string
  assignment: string
  text: string
  asked_at: Moment
  asked_by: string
  answer: string | null
  shared: Generated<boolean>
  answered_at: Moment | null
  answered_by: string | null
}

export interface FileRemovalTable {
  organisation: string
  file: string
  reason: string
  removed_at: Moment
  removed_by: string | null
  erased_at: Moment | null
}

export interface FileScanTable {
  organisation: string
  file: string
  seq: number
  verdict: string
  found: Generated<string>
  scanned_at: Moment
}

export interface FormVersionTable {
  organisation: string
  id: string
  call: string
  version: number
  definition: Json
  frozen_at: Moment
}

export interface FunderTable {
  organisation: string
  id: string
  code: string
  name: TrilingualColumn
  emblem: string | null
  sentence: TrilingualColumn
}

export interface GraduationTable {
  organisation: string
  edition: string
  project: string
  graduated_on: string
  recorded_at: Moment
  recorded_by: string
}

export interface HolderDeclarationTable {
  organisation: string
  application: string
  assistance: string
  how: string
  declared_at: Moment
  recorded_by: string
}

export interface HolderOfferTable {
  organisation: string
  id: string
  application: string
  holder: string
  member: string
  offered_at: Moment
  ended_at: Moment | null
  ended_by: string | null
  accepted: Generated<boolean>
}

export interface InstalmentTable {
  organisation: string
  id: string
  edition: string
  award: string
  position: number
  amount: Decimal
  condition: string
  due_on: string | null
  met_on: string | null
  met_at: Moment | null
  met_by: string | null
  released_at: Moment | null
  released_by: string | null
  release_reason: string | null
}

export interface InterviewTable {
  organisation: string
  id: string
  edition: string
  application: string
  during: string
  place: string
  invited_at: Moment
  invited_by: string
  attended: boolean | null
  recorded_at: Moment | null
  recorded_by: string | null
}

export interface InterviewBookingTable {
  organisation: string
  id: string
  edition: string
  application: string
  slot: string
  booked_at: Moment
  booked_by: string
  released_at: Moment | null
  released_by: string | null
  reminded_at: Moment | null
}

export interface InterviewCalledOffTable {
  organisation: string
  id: string
  edition: string
  application: string
  during: string
  place: string
  invited_at: Moment
  invited_by: string
  why: string
  called_off_at: Moment
}

export interface InterviewOpeningTable {
  organisation: string
  id: string
  edition: string
  region: string | null
  place: string
  languages: string[]
  change_hours: number
  opened_at: Moment
  opened_by: string
}

export interface InterviewRequestTable {
  organisation: string
  edition: string
  application: string
  asked_at: Moment
  asked_by: string
  reminded_at: Moment | null
}

export interface InterviewSeatTable {
  organisation: string
  edition: string
  slot: string
  reviewer: string
  during: string
  ended_at: Moment | null
}

export interface InterviewSlotTable {
  organisation: string
  id: string
  edition: string
  opening: string
  place: string
  during: string
  ended_at: Moment | null
  ended_by: string | null
}

export interface JuryDiscussionTable {
  organisation: string
  id: string
  session: string
  application: string
  opened_at: Moment
  opened_by: string
  present: string[]
  recused: string[]
  ended_at: Moment | null
  ended_by: string | null
  outcome: string | null
  note: string | null
}

export interface JuryItemTable {
  organisation: string
  edition: string
  session: string
  application: string
  position: number
  ground: string
  added_at: Moment
  added_by: string
}

export interface JuryMemberTable {
  organisation: string
  session: string
  person: string
  invited_at: Moment
  invited_by: string
}

export interface JuryNoteTable {
  organisation: string
  discussion: string
  person: string
  seq: number
  vote: string | null
  note: string
  at: Moment
}

export interface JuryPresenceTable {
  organisation: string
  session: string
  person: string
  seq: number
  present: boolean
  at: Moment
  by: string
}

export interface JuryRecusalTable {
  organisation: string
  session: string
  person: string
  application: string
  declared_at: Moment
  declared_by: string
}

export interface JurySessionTable {
  organisation: string
  id: string
  edition: string
  begins_at: Moment
  place: string
  quorum: number
  planned_at: Moment
  planned_by: string
  opened_at: Moment | null
  opened_by: string | null
  closed_at: Moment | null
  closed_by: string | null
  record: string | null
  hash: string | null
}

export interface LedgerEntryTable {
  organisation: string
  id: string
  edition: string
  debit: string
  credit: string
  amount: Decimal
  currency: string
  occurred_on: string
  object: string
  kind: string
  written_at: Moment
  written_by: string
}

export interface LikenessVerdictTable {
  organisation: string
  one: string
  other: string
  seq: number
  same: boolean
  kept: string | null
  reason: string
  judged_at: Moment
  judged_by: string
}

export interface ListViewTable {
  organisation: string
  id: string
  edition: string
  list: string
  person: string
  name: string
  query: string
  shared: boolean
  kept_at: Moment
}

export interface ListViewFirstTable {
  organisation: string
  edition: string
  list: string
  person: string
  view: string
  chosen_at: Moment
}

export interface MarketTable {
  organisation: string
  id: string
  edition: string
  name: TrilingualColumn
  town: TrilingualColumn
  starts_on: string
  ends_on: string
  places: number
  public: Generated<boolean>
  planned_at: Moment
  planned_by: string
  version: Generated<number>
  cancelled_at: Moment | null
  cancelled_by: string | null
  cancel_reason: string | null
}

export interface MarketVisitTable {
  organisation: string
  market: string
  part: string
  name: TrilingualColumn
  visitors: number
  source: string
  recorded_at: Moment
  recorded_by: string
}

export interface MessageTable {
  organisation: string
  id: string
  batch: string | null
  kind: string
  person: string | null
  address: string
  language: Language
  subject: string
  content: Json
  object: string | null
  written_at: Moment
  unsubscribe: string | null
  channel: Generated<string>
  zone: string | null
}

export interface MessageBatchTable {
  organisation: string
  id: string
  edition: string | null
  kind: string
  prepared_at: Moment
  prepared_by: string
  approved_at: Moment | null
  approved_by: string | null
}

export interface MessageDeliveryTable {
  organisation: string
  message: string
  attempt: number
  outcome: string
  detail: Generated<string>
  at: Moment
}

export interface OfferTable {
  organisation: string
  id: string
  edition: string
  project: string
  replaces: string | null
  offered_at: Moment
  offered_by: string
  reply_by: Moment
  accepted: boolean | null
  answered_at: Moment | null
  answered_by: string | null
}

export interface OrganisationTable {
  id: string
  slug: string
  name: TrilingualColumn
  host: string | null
  zone: Generated<string>
  created_at: Moment
}

export interface PassageWithdrawalTable {
  organisation: string
  id: string
  edition: string
  stage: string
  application: string
  goes_on: boolean
  mean: Decimal | null
  decided_at: Moment
  decided_by: string
  reason: string
  withdrawn_at: Moment
  withdrawn_by: string
}

export interface PasskeyTable {
  organisation: string
  id: string
  person: string
  name: string
  credential: Buffer
  public_key: Buffer
  counter: number
  transports: string[]
  synced: boolean
  device: string
  added_at: Moment
  used_at: Moment | null
  removed_at: Moment | null
}

export interface PasskeyChallengeTable {
  organisation: string
  hash: Buffer
  person: string | null
  origin: string
  made_at: Moment
  expires_at: Moment
  used_at: Moment | null
}

export interface PasswordTable {
  organisation: string
  person: string
  salt: Buffer
  hash: Buffer
  memory: number
  passes: number
  lanes: number
  set_at: Moment
}

export interface PasswordTryTable {
  organisation: string
  key: Buffer
  failures: number
  last_at: Moment
}

export interface PaymentTable {
  organisation: string
  id: string
  edition: string
  instalment: string
  amount: Decimal
  prepared_at: Moment
  prepared_by: string
  approved_at: Moment | null
  approved_by: string | null
  paid_on: string | null
  reference: string | null
  recorded_at: Moment | null
  recorded_by: string | null
  refused_at: Moment | null
  refused_by: string | null
  refuse_reason: string | null
}

export interface PersonTable {
  organisation: string
  id: string
  email: string | null
  name_ar: Generated<string>
  name_latin: Generated<string>
  phone: string | null
  born_on: string | null
  gender: string | null
  language: Generated<Language>
  search: Generated<string>
  created_at: Moment
}

export interface PhoneConsentTable {
  organisation: string
  person: string
  seq: number
  phone: string
  given_at: Moment
  ended_at: Moment | null
}

export interface PreferenceTable {
  organisation: string
  edition: string
  reviewer: string
  application: string
  wish: string
  said_at: Moment
}

export interface PresenceTable {
  organisation: string
  application: string
  page: string
  person: string
  section: string | null
  question: string | null
  seen_at: Moment
  turn: Generated<number>
}

export interface ProgrammeTable {
  organisation: string
  id: string
  slug: string
  name: TrilingualColumn
  tagline: TrilingualColumn
  summary: TrilingualColumn
  created_at: Moment
}

export interface ProjectTable {
  organisation: string
  id: string
  edition: string
  application: string
  slug: string
  title: string
  summary: string
  story: Generated<string>
  language: Language
  region: string
  sector: string
  town: Generated<string>
  link: string | null
  showcased: Generated<boolean>
  created_at: Moment
}

export interface PublicationTable {
  organisation: string
  edition: string
  seal: string
  published_at: Moment
  published_by: string
}

export interface RateCountTable {
  organisation: string
  key: string
  window_start: Moment
  count: number
}

export interface ReadingReminderTable {
  organisation: string
  id: string
  edition: string
  reviewer: string
  files: number
  reminded_at: Moment
  reminded_by: string | null
}

export interface ReadingReminderStopTable {
  organisation: string
  reviewer: string
  stopped_at: Moment
}

export interface RehearsalRunTable {
  organisation: string
  edition: string
  pool: Json
  asked_at: Moment
  asked_by: string
  steps_done: number | null
  steps_of: number | null
}

export interface ReviewTable {
  organisation: string
  assignment: string
  scores: Json
  comments: Json
  version: number
  saved_at: Moment
  submitted_at: Moment | null
  submitted_by: string | null
  score: Decimal | null
}

export interface ReviewDiscussionTable {
  organisation: string
  edition: string
  application: string
  stage: string
  opened_at: Moment
  opened_by: string
}

export interface ReviewImportTable {
  organisation: string
  id: string
  edition: string
  reviewer: string
  imported_at: Moment
  imported_by: string
  fingerprint: string
  kept: number
  handed_in: number
}

export interface ReviewRemarkTable {
  organisation: string
  id: string
  assignment: string
  text: string
  said_at: Moment
  said_by: string
}

export interface ReviewRevisionTable {
  organisation: string
  assignment: string
  reason: string
  scores_before: Json
  comments_before: Json
  score_before: Decimal | null
  revised_at: Moment
  revised_by: string
}

export interface ReviewStageTable {
  organisation: string
  edition: string
  code: string
  position: number
  name: TrilingualColumn
  happens: string
  mode: string
  readers: number
  divergence: Decimal | null
  pass_mark: Decimal | null
  comments: string
  hides: string[]
  hides_questions: string[]
  share: Decimal
  scale_min: number | null
  scale_max: number | null
  weights: Json | null
  anchors: Json | null
  quorum: number | null
  majority: string | null
  discussion: string | null
}

export interface ReviewerTable {
  organisation: string
  id: string
  edition: string
  person: string
  min_load: Generated<number>
  max_load: number
  languages: Generated<string[]>
  sectors: Generated<string[]>
  region: string | null
  invited_at: Moment
  accepted_at: Moment | null
  left_at: Moment | null
  left_by: string | null
  left_reason: Generated<string>
  affiliations: Generated<string>
}

export interface RoleGrantTable {
  organisation: string
  id: string
  person: string
  role: string
  programme: string | null
  edition: string | null
  region: string | null
  granted_by: string | null
  granted_at: Moment
  ended_by: string | null
  ended_at: Moment | null
}

export interface RoomTable {
  organisation: string
  id: string
  venue: string
  name: TrilingualColumn
  capacity: number
}

export interface RuleRehearsalTable {
  organisation: string
  id: string
  edition: string
  number: number
  pool: Json
  terms: Json
  outcome: Json
  run_at: Moment
  run_by: string
}

export interface SampleTable {
  organisation: string
  id: string
  edition: string
  stage: string
  position: number
  source_edition: string
  application: string
  chosen_at: Moment
  chosen_by: string
}

export interface SampleReviewTable {
  organisation: string
  sample: string
  reviewer: string
  edition: string
  scores: Json
  comments: Json
  version: number
  saved_at: Moment
  submitted_at: Moment | null
  score: Decimal | null
}

export interface SampleRoundTable {
  organisation: string
  edition: string
  stage: string
  opened_at: Moment
  opened_by: string
  note: Generated<string>
  shown_at: Moment | null
  shown_by: string | null
}

export interface SelectionAppealTable {
  organisation: string
  edition: string
  application: string
  text: string
  lodged_at: Moment
  lodged_by: string
  answered_at: Moment | null
  answered_by: string | null
  upheld: boolean | null
  answer: string | null
  score: Decimal | null
  place: string | null
  record: string | null
  hash: string | null
}

export interface SelectionAppealAnswerTable {
  organisation: string
  application: string
  version: number
  upheld: boolean
  score: Decimal | null
  answer: string
  prepared_at: Moment
  prepared_by: string
}

export interface SelectionAppealPanelTable {
  organisation: string
  application: string
  person: string
}

export interface SelectionAppealPlaceTable {
  organisation: string
  application: string
  choice: string
  reason: string
  chosen_at: Moment
  chosen_by: string
}

export interface SelectionAppealReaderTable {
  organisation: string
  application: string
  version: number
  person: string
  said: string | null
  said_at: Moment | null
  word: string
}

export interface SelectionInfluenceTable {
  organisation: string
  plan: string
  asked_at: Moment
  asked_by: string
  done_at: Moment | null
  output: Json | null
  steps_done: number | null
  steps_of: number | null
}

export interface SelectionPlanTable {
  organisation: string
  id: string
  edition: string
  number: number
  fingerprint: string
  input: Json
  output: Json
  planned_at: Moment
  planned_by: string
  note: Generated<string>
  changes: Json | null
  own_rules: Generated<boolean>
}

export interface SelectionPresenceTable {
  organisation: string
  edition: string
  person: string
  noted_at: Moment
  noted_by: string
}

export interface SelectionRuleTable {
  organisation: string
  edition: string
  code: string
  attribute: string
  value: string | null
  minimum: number | null
  maximum: number | null
  name: TrilingualColumn
  position: number
}

export interface SelectionRunTable {
  organisation: string
  edition: string
  changes: Json | null
  note: Generated<string>
  asked_at: Moment
  asked_by: string
  steps_done: number | null
  steps_of: number | null
}

export interface SelectionSealTable {
  organisation: string
  id: string
  edition: string
  plan: string
  record: string
  hash: string
  sealed_at: Moment
  sealed_by: string
  own_rules: Generated<boolean>
  unfinished: Json | null
  reason: string | null
}

export interface SessionTable {
  organisation: string
  token_hash: Buffer
  person: string
  started_at: Moment
  seen_at: Moment
  expires_at: Moment
  ended_at: Moment | null
  id: string
  way: string
  device: string
}

export interface SignInRequestTable {
  organisation: string
  id: string
  email: string
  token_hash: Buffer
  code_hash: Buffer
  return_to: Generated<string>
  language: Language
  attempts: Generated<number>
  requested_at: Moment
  expires_at: Moment
  used_at: Moment | null
}

export interface StagePassageTable {
  organisation: string
  edition: string
  stage: string
  application: string
  goes_on: boolean
  mean: Decimal | null
  decided_at: Moment
  decided_by: string
}

export interface StandTable {
  organisation: string
  edition: string
  market: string
  project: string
  label: Generated<string>
  reason: Generated<string>
  given_at: Moment
  given_by: string
  took_part: boolean | null
  recorded_at: Moment | null
  recorded_by: string | null
}

export interface StandWithdrawalTable {
  organisation: string
  id: string
  edition: string
  market: string
  project: string
  given_at: Moment
  given_by: string
  withdrawn_at: Moment
  withdrawn_by: string
  reason: string
}

export interface SubmissionTable {
  organisation: string
  application: string
  edition: string
  form_version: string
  answers: Json
  submitted_at: Moment
  submitted_by: string
  language: Language
  hash: string
  title: string
  holder_name: string
  region: string
  province: string | null
  sector: string
  applicant_kind: string
  gender: string | null
  born_on: string | null
  search: string
  corrected_at: Moment | null
  previous: string | null
  contact: Generated<string>
  strand: string | null
}

export interface SubmissionBeforeTable {
  organisation: string
  application: string
  seq: number
  request: string
  answers: Json
  sent_at: Moment
  hash: string
  previous: string | null
}

export interface TeamDepartureTable {
  organisation: string
  application: string
  person: string
  left_at: Moment
  joined_at: Moment
  decided_by: string
}

export interface TeamInvitationTable {
  organisation: string
  id: string
  application: string
  token_hash: Buffer
  address: string | null
  once: boolean
  language: Language
  invited_at: Moment
  invited_by: string
  expires_at: Moment
  taken_back_at: Moment | null
  taken_back_by: string | null
}

export interface TeamJoiningTable {
  organisation: string
  invitation: string
  person: string
  joined_at: Moment
}

export interface TourTable {
  organisation: string
  id: string
  edition: string
  name: TrilingualColumn
  theme: Generated<TrilingualColumn>
  stops: Generated<TrilingualColumn>
  host: Generated<string>
  region: string | null
  starts_on: string
  ends_on: string
  planned_at: Moment
  planned_by: string
  version: Generated<number>
  cancelled_at: Moment | null
  cancelled_by: string | null
  cancel_reason: string | null
}

export interface UploadTable {
  organisation: string
  id: string
  application: string
  question: string
  person: string
  name: string
  started_at: Moment
  expires_at: Moment
}

export interface VenueTable {
  organisation: string
  id: string
  name: TrilingualColumn
  town: TrilingualColumn
  region_iso: string | null
}

export interface VerificationTable {
  organisation: string
  id: string
  person: string
  fact: string
  value: string
  basis: string
  valid_until: string | null
  application: string
  question: string
  verified_at: Moment
  verified_by: string
}

export interface VerificationContestTable {
  organisation: string
  verification: string
  seq: number
  text: string
  contested_at: Moment
  answer: string | null
  answered_at: Moment | null
  answered_by: string | null
}

export interface VerificationRevocationTable {
  organisation: string
  verification: string
  reason: string
  revoked_at: Moment
  revoked_by: string
}

export interface WithdrawalTable {
  organisation: string
  application: string
  withdrawn_at: Moment
  withdrawn_by: string
  reason: Generated<string>
}

export interface Schema {
  activity: ActivityTable
  activity_person: ActivityPersonTable
  activity_project: ActivityProjectTable
  activity_room: ActivityRoomTable
  agreement: AgreementTable
  api_token: ApiTokenTable
  applicant_kind: ApplicantKindTable
  application: ApplicationTable
  application_count: ApplicationCountTable
  application_member: ApplicationMemberTable
  assignment: AssignmentTable
  assignment_plan: AssignmentPlanTable
  assignment_seed: AssignmentSeedTable
  assistance: AssistanceTable
  attendance: AttendanceTable
  audit_entry: AuditEntryTable
  audit_seal: AuditSealTable
  audit_seal_stream: AuditSealStreamTable
  award: AwardTable
  budget_line: BudgetLineTable
  bulk_act: BulkActTable
  call: CallTable
  call_alert: CallAlertTable
  call_alert_sent: CallAlertSentTable
  call_closing: CallClosingTable
  call_extension: CallExtensionTable
  call_question: CallQuestionTable
  communique: CommuniqueTable
  communique_publication: CommuniquePublicationTable
  conflict: ConflictTable
  conflict_found: ConflictFoundTable
  conflict_verdict: ConflictVerdictTable
  conflict_withdrawal: ConflictWithdrawalTable
  correction: CorrectionTable
  correction_day: CorrectionDayTable
  correction_draft: CorrectionDraftTable
  correction_recall: CorrectionRecallTable
  correction_request: CorrectionRequestTable
  criterion: CriterionTable
  deadline_reminder: DeadlineReminderTable
  decision: DecisionTable
  demo_world: DemoWorldTable
  departure: DepartureTable
  document_verdict: DocumentVerdictTable
  draft: DraftTable
  draft_aside: DraftAsideTable
  draft_move: DraftMoveTable
  edition: EditionTable
  edition_date: EditionDateTable
  edition_draft: EditionDraftTable
  edition_fee: EditionFeeTable
  edition_funder: EditionFunderTable
  edition_region: EditionRegionTable
  edition_sector: EditionSectorTable
  edition_strand: EditionStrandTable
  eligibility_appeal: EligibilityAppealTable
  eligibility_check: EligibilityCheckTable
  eligibility_checker: EligibilityCheckerTable
  eligibility_decision: EligibilityDecisionTable
  eligibility_letter: EligibilityLetterTable
  eligibility_rule: EligibilityRuleTable
  extra_time: ExtraTimeTable
  fee_sheet: FeeSheetTable
  figure: FigureTable
  file: FileTable
  file_picture: FilePictureTable
  file_question: FileQuestionTable
  file_removal: FileRemovalTable
  file_scan: FileScanTable
  form_version: FormVersionTable
  funder: FunderTable
  graduation: GraduationTable
  holder_declaration: HolderDeclarationTable
  holder_offer: HolderOfferTable
  instalment: InstalmentTable
  interview: InterviewTable
  interview_booking: InterviewBookingTable
  interview_called_off: InterviewCalledOffTable
  interview_opening: InterviewOpeningTable
  interview_request: InterviewRequestTable
  interview_seat: InterviewSeatTable
  interview_slot: InterviewSlotTable
  jury_discussion: JuryDiscussionTable
  jury_item: JuryItemTable
  jury_member: JuryMemberTable
  jury_note: JuryNoteTable
  jury_presence: JuryPresenceTable
  jury_recusal: JuryRecusalTable
  jury_session: JurySessionTable
  ledger_entry: LedgerEntryTable
  likeness_verdict: LikenessVerdictTable
  list_view: ListViewTable
  list_view_first: ListViewFirstTable
  market: MarketTable
  market_visit: MarketVisitTable
  message: MessageTable
  message_batch: MessageBatchTable
  message_delivery: MessageDeliveryTable
  offer: OfferTable
  organisation: OrganisationTable
  passage_withdrawal: PassageWithdrawalTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  password: PasswordTable
  password_try: PasswordTryTable
  payment: PaymentTable
  person: PersonTable
  phone_consent: PhoneConsentTable
  preference: PreferenceTable
  presence: PresenceTable
  programme: ProgrammeTable
  project: ProjectTable
  publication: PublicationTable
  rate_count: RateCountTable
  reading_reminder: ReadingReminderTable
  reading_reminder_stop: ReadingReminderStopTable
  rehearsal_run: RehearsalRunTable
  review: ReviewTable
  review_discussion: ReviewDiscussionTable
  review_import: ReviewImportTable
  review_remark: ReviewRemarkTable
  review_revision: ReviewRevisionTable
  review_stage: ReviewStageTable
  reviewer: ReviewerTable
  role_grant: RoleGrantTable
  room: RoomTable
  rule_rehearsal: RuleRehearsalTable
  sample: SampleTable
  sample_review: SampleReviewTable
  sample_round: SampleRoundTable
  selection_appeal: SelectionAppealTable
  selection_appeal_answer: SelectionAppealAnswerTable
  selection_appeal_panel: SelectionAppealPanelTable
  selection_appeal_place: SelectionAppealPlaceTable
  selection_appeal_reader: SelectionAppealReaderTable
  selection_influence: SelectionInfluenceTable
  selection_plan: SelectionPlanTable
  selection_presence: SelectionPresenceTable
  selection_rule: SelectionRuleTable
  selection_run: SelectionRunTable
  selection_seal: SelectionSealTable
  session: SessionTable
  sign_in_request: SignInRequestTable
  stage_passage: StagePassageTable
  stand: StandTable
  stand_withdrawal: StandWithdrawalTable
  submission: SubmissionTable
  submission_before: SubmissionBeforeTable
  team_departure: TeamDepartureTable
  team_invitation: TeamInvitationTable
  team_joining: TeamJoiningTable
  tour: TourTable
  upload: UploadTable
  venue: VenueTable
  verification: VerificationTable
  verification_contest: VerificationContestTable
  verification_revocation: VerificationRevocationTable
  withdrawal: WithdrawalTable
}
