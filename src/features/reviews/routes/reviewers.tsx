/** The pool of reviewers at the desk: the list, inviting, changing, leaving. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { LANGUAGES } from '../../../domain/language.ts'
import type { Refused } from '../../../domain/result.ts'
import { MOST_READ } from '../../../domain/reviewer.ts'
import { type Body, choice, choices, integer, line, parse, uuid } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { type EditionLists, editionLists } from '../../applications/index.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { changeReviewer, endReviewer, inviteReviewer } from '../commands/reviewer.ts'
import { InvitePage, ReviewerPage, type ReviewerTyped } from '../pages/reviewer.tsx'
import { ReviewersPage } from '../pages/reviewers.tsx'
import { reviewersOf } from '../queries/desk.ts'
import { candidatesOf, reviewerOf, type ReviewerView } from '../queries/reviewer.ts'
import { words } from '../words/index.ts'
import { aroundOf, room } from './around.ts'

export const reviewerRoutes = new Hono<AppEnv>()

const LONGEST_REASON = 500
const NOTHING: ReviewerTyped = { person: '', region: '', languages: ['ar', 'fr'], sectors: [], min_load: '0', max_load: '20' }

/** Fields that a refusal of the domain is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'reviewer/without-role': 'person',
  'reviewer/known-already': 'person',
  'reviewer/applied': 'person',
  'reviewer/no-language': 'languages',
  'reviewer/load-outside': 'max_load',
  'reviewer/loads-crossed': 'min_load',
  'reviewer/load-given': 'max_load',
  'reviewer/without-reason': 'reason',
}

function formOf(lists: EditionLists) {
  const codes = (all: readonly { readonly code: string }[]): string[] => all.map(({ code }) => code)
  return z.object({
    region: choice(codes(lists.regions), { required: false }),
    languages: choices([...LANGUAGES], { min: 0 }),
    sectors: choices(codes(lists.sectors), { min: 0 }),
    min_load: integer({ min: 0, max: MOST_READ }),
    max_load: integer({ min: 1, max: MOST_READ }),
  })
}

function typedOf(body: Body): ReviewerTyped {
  const text = (name: string): string => fieldText(body, name)
  const list = (name: string): readonly string[] => {
    const value = body[name]
    return value === undefined ? [] : typeof value === 'string' ? [value] : value
  }
  return {
    person: text('person'),
    region: text('region'),
    languages: list('languages'),
    sectors: list('sectors'),
    min_load: text('min_load'),
    max_load: text('max_load'),
  }
}

/** A refusal beside its field, or above the page. */
function placed(c: AppContext, refusal: Refused): { errors: FormErrors; refusal?: Refused } {
  const field = FIELD_OF[refusal.code]
  if (field === undefined) return { errors: [], refusal }
  return { errors: [{ field, message: words(c.var.language).any(`refusal.${refusal.code}`, refusal.details) }] }
}

reviewerRoutes.get('/desk/:edition/reviewers', async (c) => {
  const at = await room(c)
  const reviewers = at === null ? null : await reviewersOf(request(c).db, at.viewer, at.edition.place, c.var.language)
  if (at === null || reviewers === null) return c.notFound()
  return page(c, <ReviewersPage around={await aroundOf(c, at)} reviewers={reviewers} />)
})

async function invitePage(
  c: AppContext,
  at: StaffRoom,
  typed = NOTHING,
  shown: { errors: FormErrors; refusal?: Refused } = { errors: [] },
): Promise<Response> {
  const { db, language } = request(c)
  const candidates = await candidatesOf(db, at.viewer, at.edition.place, language)
  if (candidates === null) return c.notFound()
  const lists = await editionLists(db, at.viewer.organisation, at.edition.id)
  const around = await aroundOf(c, at, shown.refusal)
  const wrong = shown.errors.length > 0 || shown.refusal !== undefined
  return page(
    c,
    <InvitePage around={around} candidates={candidates} sectors={lists.sectors} typed={typed} errors={shown.errors} />,
    wrong ? 422 : 200,
  )
}

reviewerRoutes.get('/desk/:edition/reviewers/new', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : invitePage(c, at)
})

reviewerRoutes.post('/desk/:edition/reviewers', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const typed = typedOf(body)
  const lists = await editionLists(db, at.viewer.organisation, at.edition.id)
  const form = parse(z.object({ person: uuid(), ...formOf(lists).shape }), body)
  if (!form.ok) return invitePage(c, at, typed, { errors: errorSentences(form.errors, language) })
  const { person, region, languages, sectors, min_load: minLoad, max_load: maxLoad } = form.value
  const input = { person, region, languages, sectors, minLoad, maxLoad }
  const outcome = await inviteReviewer(db, at.viewer, at.edition.place, input, c.var.services.config.origin, now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/reviewers`, 'reviewer-invited') : invitePage(c, at, typed, placed(c, outcome))
})

interface Shown {
  readonly typed?: ReviewerTyped
  readonly errors: FormErrors
  readonly refusal?: Refused
  readonly reason?: string
}

async function reviewerPage(c: AppContext, at: StaffRoom, shown: Shown = { errors: [] }): Promise<Response> {
  const { db, language } = request(c)
  const reviewer = await reviewerOf(db, at.viewer, at.edition.place, c.req.param('reviewer') ?? '', language)
  if (reviewer === null) return c.notFound()
  const lists = await editionLists(db, at.viewer.organisation, at.edition.id)
  const around = await aroundOf(c, at, shown.refusal)
  const wrong = shown.errors.length > 0 || shown.refusal !== undefined
  const html = (
    <ReviewerPage
      around={around}
      reviewer={reviewer}
      sectors={lists.sectors}
      typed={shown.typed ?? termsOf(reviewer)}
      errors={shown.errors}
      reason={shown.reason ?? ''}
    />
  )
  return page(c, html, wrong ? 422 : 200)
}

function termsOf({ region, languages, sectors, minLoad, maxLoad }: ReviewerView): ReviewerTyped {
  return { person: '', region: region ?? '', languages, sectors, min_load: String(minLoad), max_load: String(maxLoad) }
}

reviewerRoutes.get('/desk/:edition/reviewers/:reviewer', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : reviewerPage(c, at)
})

reviewerRoutes.post('/desk/:edition/reviewers/:reviewer', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const typed = typedOf(body)
  const form = parse(formOf(await editionLists(db, at.viewer.organisation, at.edition.id)), body)
  if (!form.ok) return reviewerPage(c, at, { typed, errors: errorSentences(form.errors, language) })
  const { region, languages, sectors, min_load: minLoad, max_load: maxLoad } = form.value
  const reviewer = c.req.param('reviewer')
  const outcome = await changeReviewer(db, at.viewer, at.edition.place, { reviewer, region, languages, sectors, minLoad, maxLoad }, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/reviewers`, 'reviewer-changed')
  return reviewerPage(c, at, { typed, ...placed(c, outcome) })
})

reviewerRoutes.post('/desk/:edition/reviewers/:reviewer/end', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const reason = fieldText(body, 'reason')
  const form = parse(z.object({ reason: line({ max: LONGEST_REASON }) }), body)
  if (!form.ok) return reviewerPage(c, at, { reason, errors: errorSentences(form.errors, language) })
  const outcome = await endReviewer(db, at.viewer, at.edition.place, { reviewer: c.req.param('reviewer'), reason: form.value.reason }, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/reviewers`, 'reviewer-ended')
  return reviewerPage(c, at, { reason, ...placed(c, outcome) })
})
