/** The pool of reviewers at the desk: the list, inviting, changing, leaving. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { type Language, LANGUAGES } from '../../../domain/language.ts'
import { LONGEST_NAME } from '../../../domain/person.ts'
import type { Refused } from '../../../domain/result.ts'
import { LONGEST_AFFILIATIONS, MOST_READ } from '../../../domain/reviewer.ts'
import { type Body, choice, cleanLine, choices, email, integer, line, parse, uuid } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { type EditionLists, editionLists } from '../../applications/index.ts'
import { peopleWords } from '../../people/index.ts'
import type { StaffRoom } from '../../programme/index.ts'
import type { Invited } from '../commands/invited-person.ts'
import { changeReviewer, endReviewer, inviteReviewer } from '../commands/reviewer.ts'
import { InvitePage, type InviteTyped } from '../pages/invite-reviewer.tsx'
import { ReviewerPage } from '../pages/reviewer.tsx'
import type { ReviewerTyped } from '../pages/reviewer-terms.tsx'
import { ReviewersPage } from '../pages/reviewers.tsx'
import { reviewersOf } from '../queries/desk.ts'
import { candidatesOf, reviewerOf, type ReviewerView } from '../queries/reviewer.ts'
import { waitingApplications } from '../queries/waiting.ts'
import { words } from '../words/index.ts'
import { aroundOf, room } from './around.ts'

export const reviewerRoutes = new Hono<AppEnv>()

const LONGEST_REASON = 500

/** Fields that a refusal of the domain is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'reviewer/without-role': 'person',
  'reviewer/known-already': 'person',
  'reviewer/applied': 'person',
  'reviewer/own': 'email',
  'person/nameless': 'name_ar',
  'person/not-in-arabic': 'name_ar',
  'person/not-in-latin': 'name_latin',
  'person/odd-in-arabic': 'name_ar',
  'person/odd-in-latin': 'name_latin',
  'reviewer/unknown-region': 'region',
  'reviewer/unknown-sector': 'sectors',
  'reviewer/no-language': 'languages',
  'reviewer/load-outside': 'max_load',
  'reviewer/loads-crossed': 'min_load',
  'reviewer/load-given': 'max_load',
  'reviewer/without-reason': 'reason',
}

function termsForm(lists: EditionLists) {
  const codes = (all: readonly { readonly code: string }[]): string[] => all.map(({ code }) => code)
  return z.object({
    region: choice(codes(lists.regions), { required: false }),
    languages: choices([...LANGUAGES], { min: 0 }),
    sectors: choices(codes(lists.sectors), { min: 0 }),
    affiliations: line({ max: LONGEST_AFFILIATIONS, required: false }),
    min_load: integer({ min: 0, max: MOST_READ }),
    max_load: integer({ min: 1, max: MOST_READ }),
  })
}

const chosenForm = z.object({ person: uuid() })

function addressForm() {
  const name = () => line({ max: LONGEST_NAME, required: false })
  return z.object({ email: email(), name_ar: name(), name_latin: name(), language: choice(LANGUAGES) })
}

function typedOf(body: Body): ReviewerTyped {
  const list = (name: string): readonly string[] => [body[name] ?? []].flat()
  return {
    region: fieldText(body, 'region'),
    languages: list('languages'),
    sectors: list('sectors'),
    affiliations: fieldText(body, 'affiliations'),
    min_load: fieldText(body, 'min_load'),
    max_load: fieldText(body, 'max_load'),
  }
}

function inviteTyped(body: Body): InviteTyped {
  const text = (name: string): string => fieldText(body, name)
  return {
    ...typedOf(body),
    person: text('person'),
    email: text('email'),
    name_ar: text('name_ar'),
    name_latin: text('name_latin'),
    language: text('language'),
  }
}

/** A refusal beside its field, or above the page. Of who was invited by address, the address is what is wrong. */
function placed(c: AppContext, refusal: Refused, byAddress = false): { errors: FormErrors; refusal?: Refused } {
  const found = FIELD_OF[refusal.code]
  if (found === undefined) return { errors: [], refusal }
  const { language } = c.var
  const own = words(language)
  const worded = own.has(`refusal.${refusal.code}`) ? own : peopleWords(language)
  return { errors: [{ field: byAddress && found === 'person' ? 'email' : found, message: worded.any(`refusal.${refusal.code}`, refusal.details) }] }
}

reviewerRoutes.get('/desk/:edition/reviewers', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language } = request(c)
  const reviewers = await reviewersOf(db, at.viewer, at.edition.place, language)
  if (reviewers === null) return c.notFound()
  const around = await aroundOf(c, at)
  const waiting = around.mayArrange ? await waitingApplications(db, at.viewer.organisation, at.edition.id) : []
  return page(c, <ReviewersPage around={around} reviewers={reviewers} waiting={waiting.length} />)
})

async function invitePage(
  c: AppContext,
  at: StaffRoom,
  typed: InviteTyped,
  shown: { errors: FormErrors; refusal?: Refused } = { errors: [] },
): Promise<Response> {
  const { db, language } = request(c)
  const candidates = await candidatesOf(db, at.viewer, at.edition.place, language)
  if (candidates === null) return c.notFound()
  const lists = await editionLists(db, at.viewer.organisation, at.edition.id, request(c).now)
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
  if (at === null) return c.notFound()
  const nobody = { person: '', email: '', name_ar: '', name_latin: '', language: c.var.language }
  return invitePage(c, at, { ...nobody, region: '', languages: ['ar', 'fr'], sectors: [], affiliations: '', min_load: '0', max_load: '20' })
})

/** Whom the form names, or what is wrong with it. Somebody chosen needs no address. */
function whoOf(body: Body, typed: InviteTyped, language: Language): { invited: Invited } | { errors: FormErrors } {
  if (typed.person !== '' && typed.email.trim() !== '') return { errors: [{ field: 'person', message: words(language)('reviewer.either') }] }
  if (typed.person !== '') {
    const form = parse(chosenForm, body)
    return form.ok ? { invited: form.value } : { errors: errorSentences(form.errors, language) }
  }
  const form = parse(addressForm(), body)
  if (!form.ok) {
    const nameless = cleanLine(typed.name_ar) === '' && cleanLine(typed.name_latin) === ''
    const name = { field: 'name_ar', message: peopleWords(language)('refusal.person/nameless') }
    return { errors: [...errorSentences(form.errors, language), ...(nameless ? [name] : [])] }
  }
  const { email: address, name_ar: nameAr, name_latin: nameLatin, language: theirs } = form.value
  return { invited: { newcomer: { email: address.toLowerCase(), nameAr, nameLatin, language: theirs } } }
}

reviewerRoutes.post('/desk/:edition/reviewers', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const typed = inviteTyped(body)
  const who = whoOf(body, typed, language)
  const form = parse(termsForm(await editionLists(db, at.viewer.organisation, at.edition.id, request(c).now)), body)
  if ('errors' in who || !form.ok) {
    const errors = [...('errors' in who ? who.errors : []), ...(form.ok ? [] : errorSentences(form.errors, language))]
    return invitePage(c, at, typed, { errors })
  }
  const { region, languages, sectors, affiliations, min_load: minLoad, max_load: maxLoad } = form.value
  const input = { ...who.invited, region, languages, sectors, affiliations, minLoad, maxLoad }
  const outcome = await inviteReviewer(db, at.viewer, at.edition.place, input, c.var.services.config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/reviewers`, 'reviewer-invited')
  return invitePage(c, at, typed, placed(c, outcome, 'newcomer' in who.invited))
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
  const lists = await editionLists(db, at.viewer.organisation, at.edition.id, request(c).now)
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

function termsOf({ region, languages, sectors, affiliations, minLoad, maxLoad }: ReviewerView): ReviewerTyped {
  return { region: region ?? '', languages, sectors, affiliations, min_load: String(minLoad), max_load: String(maxLoad) }
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
  const form = parse(termsForm(await editionLists(db, at.viewer.organisation, at.edition.id, request(c).now)), body)
  if (!form.ok) return reviewerPage(c, at, { typed, errors: errorSentences(form.errors, language) })
  const { region, languages, sectors, affiliations, min_load: minLoad, max_load: maxLoad } = form.value
  const reviewer = c.req.param('reviewer')
  const outcome = await changeReviewer(db, at.viewer, at.edition.place, { reviewer, region, languages, sectors, affiliations, minLoad, maxLoad }, now)
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
