/** The shape of an edition file: nothing unknown, everything bounded, all texts in three languages. The order of the keys here is the order in which a file is written. */
import { z } from 'zod'
import { EDITION_FORMAT } from '../../domain/edition.ts'
import { COMMENT_RULES, DISCUSSIONS, HAPPENINGS, MAJORITIES, MODES } from '../../domain/review-stage.ts'
import { HIDDEN_CLASSES } from '../../domain/blindness.ts'
import { formSchema } from './form-schema.ts'
import { code, inDraft, list, text, trilingual } from './schema-parts.ts'

const count = (min: number, max: number) => z.int().min(min).max(max)
/** Canonical decimals, at most 12 digits before the point. */
const decimal = (places: number) =>
  inDraft(
    z.string().regex(new RegExp(`^(?:0|[1-9]\\d{0,11})(?:\\.\\d{0,${places - 1}}[1-9])?$`), 'decimal'),
    z.string().regex(new RegExp(`^(?:-?(?:0|[1-9]\\d{0,12})(?:\\.\\d{0,${places - 1}}[1-9])?)?$`), 'decimal'),
  )
const slug = z.string().regex(/^[a-z0-9-]{1,40}$/, 'slug')
/** Its pages stand under /desk/{slug}: the desk of the organisation keeps 'people', 'editions' and 'new' for itself. */
const editionSlug = z.string().regex(/^(?!(?:people|editions|new)$)[a-z0-9-]{1,40}$/, 'edition-slug')
const currency = z.string().regex(/^[A-Z]{3}$/, 'currency')
const day = inDraft(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'day'), z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/, 'day'))
const wall = inDraft(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'wall'), z.string().regex(/^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, 'wall'))
const phone = z.string().regex(/^(?:\+\d{6,15})?$/, 'phone')
inDraft(phone, phone)
const name = trilingual(200)
const paragraph = trilingual(2000)

/** A rule of eligibility of one kind, with its settings. */
function rule<const Kind extends string, Parameters extends z.ZodType>(kind: Kind, parameters: Parameters) {
  return z.strictObject({ code, kind: z.literal(kind), parameters, name, reason: trilingual(600) })
}

const nothing = z.strictObject({})

const eligibilityRule = z.discriminatedUnion('kind', [
  rule('age', z.strictObject({ min: count(0, 120), max: count(0, 120) })),
  rule('region', nothing),
  rule('applicant-kind', nothing),
  rule('sector', nothing),
  rule('declared', z.strictObject({ question: code, not: code })),
  rule('past-beneficiary', z.strictObject({ question: code })),
  rule('complete', z.strictObject({ questions: list(code, 1, 200) })),
  rule('duplicate', nothing),
])

const selectionRule = z.strictObject({
  code,
  attribute: z.enum(['region', 'gender', 'applicant-kind', 'sector', 'strand']),
  value: code.nullable(),
  minimum: count(0, 10_000).nullable(),
  maximum: count(0, 10_000).nullable(),
  name,
})

const edition = z.strictObject({
  slug: editionSlug,
  ordinal: count(1, 999),
  year: count(1990, 2200),
  name,
  currency,
  places: count(1, 10_000),
  supportMonths: count(0, 120),
  scale: z.strictObject({ min: count(0, 20), max: count(1, 20) }),
  passMark: decimal(2),
  divergence: decimal(2),
  interviewWeight: decimal(3),
  reviewsPerApplication: count(1, 20),
  reservePerRegion: count(0, 1000),
  seedCeiling: decimal(2),
  appealDays: count(1, 365).optional(),
  scoreBasis: z.enum(['raw', 'calibrated']).optional(),
  commentsTold: z.enum(['none', 'all']).optional(),
})

const strand = z.strictObject({
  code,
  name,
  summary: trilingual(600),
  places: count(0, 10_000).nullable(),
  ceiling: decimal(2).nullable(),
  envelope: decimal(2).nullable(),
})

const reviewStage = z.strictObject({
  code,
  name,
  happens: z.enum(HAPPENINGS),
  mode: z.enum(MODES),
  readers: count(1, 20),
  divergence: decimal(2).nullable(),
  passMark: decimal(2).nullable(),
  comments: z.enum(COMMENT_RULES),
  hides: list(z.enum(HIDDEN_CLASSES), 0, HIDDEN_CLASSES.length),
  hidesQuestions: list(code, 0, 200),
  share: decimal(3),
  scale: z.strictObject({ min: count(0, 20), max: count(1, 20) }).optional(),
  weights: z.record(code, count(1, 100)).optional(),
  anchors: z.record(code, list(trilingual(400), 2, 21)).optional(),
  quorum: count(1, 20).optional(),
  majority: z.enum(MAJORITIES).optional(),
  discussion: z.enum(DISCUSSIONS).optional(),
})

const call = z.strictObject({
  title: name,
  summary: trilingual(600),
  opens: wall,
  deadline: wall.nullable(),
  zone: z.string().max(60),
  graceSeconds: count(0, 86_400),
  ageOn: day.nullable(),
  minutes: count(1, 1000),
  offers: list(z.strictObject({ title: name, text: trilingual(600) }), 0, 12),
  prepare: list(z.strictObject({ title: name }), 0, 20),
  questions: list(z.strictObject({ question: trilingual(300), answer: paragraph }), 0, 60),
  help: z.strictObject({ phone: phone, hours: name }),
  sessions: list(z.strictObject({ place: name, region: code, at: wall }), 0, 60),
})

export const editionSchema = z.strictObject({
  format: z.literal(EDITION_FORMAT),
  programme: z.strictObject({ slug, name, tagline: name, summary: trilingual(600) }),
  edition,
  regions: list(
    z.strictObject({
      code,
      iso: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'iso'),
      name,
      mark: z.string().regex(/^[a-z]{0,10}$/, 'mark'),
      places: count(0, 10_000),
    }),
    1,
    60,
  ),
  sectors: list(z.strictObject({ code, name }), 1, 80),
  applicantKinds: list(z.strictObject({ code, name, structure: z.boolean() }), 1, 20),
  strands: list(strand, 0, 20).optional(),
  criteria: list(z.strictObject({ code, name, question: trilingual(400), weight: count(1, 100), anchors: list(trilingual(400), 2, 21) }), 1, 30),
  review: list(reviewStage, 1, 8).optional(),
  eligibilityRules: list(eligibilityRule, 0, 40),
  selectionRules: list(selectionRule, 0, 40),
  calendar: list(z.strictObject({ code, name, from: day, to: day, public: z.boolean() }), 0, 80),
  funders: list(z.strictObject({ code, name, emblem: text(20).nullable(), sentence: trilingual(400) }), 0, 30),
  budgetLines: list(z.strictObject({ code, funder: code, name, currency, amount: decimal(2) }), 0, 100),
  call,
  form: formSchema,
})
