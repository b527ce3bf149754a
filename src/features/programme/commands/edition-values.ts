/** What an edition file says, as values of rows, in the order of the file. */
import { USUAL_APPEAL_DAYS } from '../../../domain/appeal.ts'
import type { EditionFile } from '../../../domain/edition.ts'

interface Keys {
  readonly organisation: string
  readonly edition: string
}

const json = (value: unknown): string => JSON.stringify(value)
const keysOf = ({ organisation, edition }: Keys): Keys => ({ organisation, edition })

export function termValues({ edition: terms }: EditionFile) {
  return {
    slug: terms.slug,
    ordinal: terms.ordinal,
    year: terms.year,
    name: json(terms.name),
    currency: terms.currency,
    places: terms.places,
    support_months: terms.supportMonths,
    scale_min: terms.scale.min,
    scale_max: terms.scale.max,
    pass_mark: terms.passMark,
    divergence: terms.divergence,
    interview_weight: terms.interviewWeight,
    reviews_per_application: terms.reviewsPerApplication,
    reserve_per_region: terms.reservePerRegion,
    seed_ceiling: terms.seedCeiling,
    appeal_days_promised: terms.appealDays ?? null,
    score_basis: terms.scoreBasis ?? null,
    comments_told: terms.commentsTold ?? null,
  }
}

/** The term of appeal that counts: what the edition says, or the usual one. */
export function appealDaysOf({ edition }: EditionFile): number {
  return edition.appealDays ?? USUAL_APPEAL_DAYS
}

export function regionRows(keys: Keys, file: EditionFile) {
  return file.regions.map(({ code, iso, name, mark, places }, position) => ({ ...keysOf(keys), code, iso, name: json(name), mark, places, position }))
}

export function sectorRows(keys: Keys, file: EditionFile) {
  return file.sectors.map(({ code, name }, position) => ({ ...keysOf(keys), code, name: json(name), position }))
}

export function kindRows(keys: Keys, file: EditionFile) {
  return file.applicantKinds.map(({ code, name, structure }, position) => ({ ...keysOf(keys), code, name: json(name), structure, position }))
}

export function strandRows(keys: Keys, { strands = [] }: EditionFile) {
  return strands.map(({ code, name, summary, ...terms }, position) => ({
    ...keysOf(keys),
    code,
    name: json(name),
    summary: json(summary),
    ...terms,
    position,
  }))
}

/** Criteria, rules of eligibility and quotas. */
export function ruleRows(keys: Keys, file: EditionFile) {
  const criteria = file.criteria.map(({ code, name, question, weight, anchors }, position) => ({
    ...keysOf(keys),
    code,
    name: json(name),
    question: json(question),
    weight,
    anchors: json(anchors),
    position,
  }))
  const eligibility = file.eligibilityRules.map(({ code, kind, parameters, name, reason }, position) => ({
    ...keysOf(keys),
    code,
    kind,
    parameters: json(parameters),
    name: json(name),
    reason: json(reason),
    position,
  }))
  const selection = file.selectionRules.map(({ code, attribute, value, minimum, maximum, name }, position) => ({
    ...keysOf(keys),
    code,
    attribute,
    value,
    minimum,
    maximum,
    name: json(name),
    position,
  }))
  return { criteria, eligibility, selection }
}

/** Stages as the edition writes them; none where it says nothing. */
export function stageRows(keys: Keys, { review = [] }: EditionFile) {
  return review.map(({ code, name, passMark, hides, hidesQuestions, scale, weights, anchors, quorum, majority, discussion, ...terms }, position) => ({
    ...keysOf(keys),
    code,
    position,
    name: json(name),
    ...terms,
    pass_mark: passMark,
    hides: [...hides],
    hides_questions: [...hidesQuestions],
    scale_min: scale?.min ?? null,
    scale_max: scale?.max ?? null,
    weights: weights === undefined ? null : json(weights),
    anchors: anchors === undefined ? null : json(anchors),
    quorum: quorum ?? null,
    majority: majority ?? null,
    discussion: discussion ?? null,
  }))
}

export function dateRows(keys: Keys, { calendar }: EditionFile) {
  return calendar.map(({ code, name, from, to, public: shown }) => ({
    ...keysOf(keys),
    code,
    name: json(name),
    starts_on: from,
    ends_on: to,
    public: shown,
  }))
}

/** `funders`: ids by code. */
export function funderRows(keys: Keys, file: EditionFile, funders: ReadonlyMap<string, string>) {
  return file.funders.map(({ code }, position) => ({ ...keysOf(keys), funder: funders.get(code) as string, position }))
}
