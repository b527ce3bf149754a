/** Communiqués at the desk: the list, the text in three languages, what publishing would print, the publication. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { mayPublishCommuniques, maySeeCommuniques, mayWriteCommuniques, RESERVED_SLUG } from '../../../domain/communique.ts'
import { isLanguage } from '../../../domain/language.ts'
import { type Body, parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { trailOf } from '../../audit/index.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { publishCommunique } from '../commands/publish-communique.ts'
import { writeCommunique } from '../commands/write-communique.ts'
import { faultsOf } from '../faults.ts'
import { communiqueForm, fieldOf, textOf, typedOf } from '../forms.ts'
import { CommuniquesPage } from '../pages/communiques.tsx'
import { EditorPage } from '../pages/editor.tsx'
import { PublicationPage } from '../pages/publication.tsx'
import { printedOf } from '../print-text.ts'
import { communiqueBySlug, communiquesOf, lastPublication } from '../queries/communique.ts'
import { allFigureHeads, figureHeads, valuesOf } from '../queries/figure.ts'
import { changesSince, publicationPlan } from '../queries/plan.ts'
import { readText } from '../text.ts'
import type { CommuniqueDesk } from '../views.ts'
import { faultSentence } from '../wording.ts'
import { words } from '../words/index.ts'
import { deskOf, isHidden, saidOf, sentence } from './around.ts'

export const communiqueRoutes = new Hono<AppEnv>()

async function roomOf(c: AppContext): Promise<StaffRoom | null> {
  const room = await deskOf(c, '/communiques')
  return room === null || !maySeeCommuniques(room.viewer, room.edition.place) ? null : room
}

communiqueRoutes.get('/desk/:edition/communiques', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, organisation, language, now } = request(c)
  const { slug, zone, place } = room.edition
  const communiques = await communiquesOf(db, room.viewer, place, language)
  const titles = new Set(communiques.flatMap(({ title }) => readText(title[language], language).references))
  const heads = (await allFigureHeads(db, organisation)).filter(({ reference }) => titles.has(reference))
  const figures = printedOf(await valuesOf(db, organisation, heads, now))
  const mayWrite = mayWriteCommuniques(room.viewer, place)
  const around = { language, frame: room.frame, path: `/desk/${slug}/communiques`, slug, zone }
  return page(c, <CommuniquesPage {...around} communiques={communiques} figures={figures} mayWrite={mayWrite} />)
})

communiqueRoutes.get(`/desk/:edition/communiques/${RESERVED_SLUG}`, async (c) => {
  const room = await roomOf(c)
  if (room === null || !mayWriteCommuniques(room.viewer, room.edition.place)) return c.notFound()
  return editorPage(c, room, null, {})
})

communiqueRoutes.post('/desk/:edition/communiques', async (c) => {
  const room = await roomOf(c)
  return room === null ? c.notFound() : keep(c, room, null)
})

communiqueRoutes.get('/desk/:edition/communiques/:slug', async (c) => {
  const room = await roomOf(c)
  const communique = room === null ? null : await communiqueOf(c, room)
  return room === null || communique === null ? c.notFound() : editorPage(c, room, communique, {})
})

communiqueRoutes.post('/desk/:edition/communiques/:slug', async (c) => {
  const room = await roomOf(c)
  const communique = room === null ? null : await communiqueOf(c, room)
  return room === null || communique === null ? c.notFound() : keep(c, room, communique)
})

communiqueRoutes.get('/desk/:edition/communiques/:slug/publication', async (c) => {
  const room = await roomOf(c)
  const communique = room === null ? null : await communiqueOf(c, room)
  return room === null || communique === null ? c.notFound() : publicationPage(c, room, communique, { accepted: [] })
})

communiqueRoutes.post('/desk/:edition/communiques/:slug/publication', async (c) => {
  const room = await roomOf(c)
  const communique = room === null ? null : await communiqueOf(c, room)
  if (room === null || communique === null) return c.notFound()
  const body = await readForm(c)
  const accepted = [body.accepted ?? []].flat().filter((one): one is string => typeof one === 'string')
  const input = { slug: communique.slug, fingerprint: fieldText(body, 'fingerprint'), accepted }
  const outcome = await publishCommunique(request(c).db, room.viewer, room.edition.place, input, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/communiques/${communique.slug}`, 'published')
  return isHidden(outcome) ? c.notFound() : publicationPage(c, room, communique, { accepted, refusal: outcome })
})

function communiqueOf(c: AppContext, room: StaffRoom): Promise<CommuniqueDesk | null> {
  const { db, language } = request(c)
  return communiqueBySlug(db, room.viewer, room.edition.place, c.req.param('slug') ?? '', language)
}

/** Keeps what was typed, or shows it again with every fault at its place. */
async function keep(c: AppContext, room: StaffRoom, communique: CommuniqueDesk | null): Promise<Response> {
  const { db, organisation, language, now } = request(c)
  const body = await readForm(c)
  const values = texts(body)
  const form = parse(communiqueForm, body)
  if (!form.ok) return editorPage(c, room, communique, { values, errors: errorSentences(form.errors, language) })
  const text = textOf(form.value)
  const slug = communique?.slug ?? form.value.slug
  const input = { slug, text, version: communique === null ? 0 : form.value.version }
  const outcome = await writeCommunique(db, room.viewer, room.edition.place, input, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/communiques/${slug}`, 'saved')
  if (isHidden(outcome)) return c.notFound()
  if (outcome.code === 'communique/bad-slug' || outcome.code === 'communique/slug-taken')
    return editorPage(c, room, communique, { values, errors: [{ field: 'slug', message: sentence(c, outcome) }] })
  const known = new Set((await allFigureHeads(db, organisation)).map(({ reference }) => reference))
  const errors = faultsOf(text, known).map((fault) => ({ field: fieldOf(fault), message: faultSentence(fault, language) }))
  if (outcome.code !== 'communique/changed-since') return editorPage(c, room, communique, { values, errors })
  // Another version stands now: it is what the next saving starts from, with this text still in the form.
  const stands = await communiqueOf(c, room)
  const version = String(stands?.version ?? form.value.version)
  return editorPage(c, room, stands, { values: { ...values, version }, refusal: sentence(c, outcome) })
}

interface Typed {
  readonly values?: Readonly<Record<string, string>>
  readonly errors?: FormErrors
  readonly refusal?: string
}

async function editorPage(c: AppContext, room: StaffRoom, communique: CommuniqueDesk | null, typed: Typed): Promise<Response> {
  const { db, organisation, language, now } = request(c)
  const { edition, viewer } = room
  const asked = c.req.query('text')
  const plan =
    communique === null
      ? null
      : await publicationPlan(db, { organisation, zone: edition.zone, communique: communique.id, text: communique.text, now })
  const published = communique === null ? null : await lastPublication(db, organisation, communique.id)
  const changed = published === null ? [] : await changesSince(db, { organisation, zone: edition.zone, now }, published, plan?.figures ?? [])
  const t = words(language)
  const lines = communique === null ? [] : await trailOf(db, viewer, communique.id, language, 10)
  const props = {
    language,
    frame: room.frame,
    path: `/desk/${edition.slug}/communiques/${communique?.slug ?? RESERVED_SLUG}`,
    slug: edition.slug,
    zone: edition.zone,
    communique,
    plan,
    changed,
    shown: isLanguage(asked) ? asked : language,
    figures: await figureHeads(db, organisation, edition.id),
    values: communique === null ? { version: '0' } : typedOf(communique.text, communique.version),
    errors: [],
    trail: lines.filter(({ act }) => t.has(`act.${act}`)).map(({ act, by, at }) => ({ act: t.any(`act.${act}`), by, at })),
    mayWrite: mayWriteCommuniques(viewer, edition.place),
    said: saidOf(c),
    ...typed,
  }
  return page(c, <EditorPage {...props} />, typed.refusal !== undefined || (typed.errors?.length ?? 0) > 0 ? 422 : 200)
}

async function publicationPage(
  c: AppContext,
  room: StaffRoom,
  communique: CommuniqueDesk,
  more: { accepted: readonly string[]; refusal?: Parameters<typeof sentence>[1] },
): Promise<Response> {
  const { db, organisation, language, now } = request(c)
  const { edition, viewer } = room
  const plan = await publicationPlan(db, { organisation, zone: edition.zone, communique: communique.id, text: communique.text, now })
  const before = await lastPublication(db, organisation, communique.id)
  const props = {
    language,
    frame: room.frame,
    path: `/desk/${edition.slug}/communiques/${communique.slug}/publication`,
    slug: edition.slug,
    zone: edition.zone,
    now,
    communique,
    plan,
    same: before?.fingerprint === plan.fingerprint,
    mayPublish: mayPublishCommuniques(viewer, edition.place),
    accepted: more.accepted,
    refusal: more.refusal === undefined ? undefined : sentence(c, more.refusal),
  }
  const status = more.refusal === undefined ? 200 : more.refusal.code === 'communique/shown-otherwise' ? 409 : 422
  return page(c, <PublicationPage {...props} />, status)
}

function texts(body: Body): Record<string, string> {
  return Object.fromEntries(Object.keys(body).map((name) => [name, fieldText(body, name)]))
}
