/** People and roles at the desk: the list, one person, giving a role, ending one. */
import { Hono } from 'hono'
import { mayCorrectPeople, mayGiveRoles } from '../../../domain/role.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { parse } from '../../../platform/input/form.ts'
import type { Refused } from '../../../domain/result.ts'
import { trailOf } from '../../audit/index.ts'
import { correctPerson } from '../commands/correct-person.ts'
import { endRole } from '../commands/end-role.ts'
import { correctionForm } from '../forms.ts'
import { EndRolePage } from '../pages/end-role.tsx'
import { PeoplePage } from '../pages/people.tsx'
import { PersonPage, type PersonProps } from '../pages/person.tsx'
import { readPeopleFilters } from '../people-filters.ts'
import { organisationOf } from '../queries/organisation.ts'
import { peopleList, personRecord } from '../queries/people.ts'
import { words } from '../words/index.ts'
import { type PeopleDesk, peopleDesk } from './desk-frame.ts'
import { faultSentences, fieldOfRefusal, refusalOf, saidOf } from './desk-words.ts'
import { giveRoleRoutes } from './give-role.tsx'

export const peopleDeskRoutes = new Hono<AppEnv>()

peopleDeskRoutes.get('/desk/people', async (c) => {
  const desk = await peopleDesk(c)
  if (desk === null) return c.notFound()
  const { db, language } = request(c)
  const filters = readPeopleFilters((name) => c.req.query(name))
  const list = await peopleList(db, desk.viewer, filters, language)
  if (list === null) return c.notFound()
  return page(
    c,
    <PeoplePage language={language} frame={desk.frame} list={list} filters={filters} mayGive={mayGiveRoles(desk.viewer)} said={saidOf(c)} />,
  )
})

// Before '/desk/people/:person', which would take 'new' for somebody.
peopleDeskRoutes.route('/', giveRoleRoutes)

type Came = Partial<Pick<PersonProps, 'values' | 'errors' | 'refusal'>>

async function personPage(c: AppContext, desk: PeopleDesk, came: Came = {}): Promise<Response> {
  const { db, language, organisation } = request(c)
  const id = c.req.param('person') ?? ''
  const person = await personRecord(db, desk.viewer, id, language)
  if (person === null) return c.notFound()
  const { zone } = await organisationOf(db, organisation)
  const may = { mayGive: mayGiveRoles(desk.viewer), mayCorrect: mayCorrectPeople(desk.viewer) }
  const around = { language, frame: desk.frame, zone, trail: await trail(c, desk, id), said: saidOf(c) }
  const wrong = came.refusal !== undefined || (came.errors?.length ?? 0) > 0
  return page(c, <PersonPage {...around} {...may} person={person} errors={[]} {...came} />, wrong ? 422 : 200)
}

/** Acts on a person's record as the desk may read them: coming and going is nobody's business. */
async function trail(c: AppContext, desk: PeopleDesk, person: string): Promise<PersonProps['trail']> {
  const { db, language } = request(c)
  const t = words(language)
  const lines = await trailOf(db, desk.viewer, person, language, 1000)
  return lines
    .filter(({ act }) => /^(role\/|person\/(added|corrected)$)/.test(act))
    .slice(0, 50)
    .map(({ act, by, at, details }) => {
      const role = `role.${String(details.role)}`
      return { act: t.any(`act.${act}`, { role: t.has(role) ? t.any(role) : '' }), by, at }
    })
}

peopleDeskRoutes.get('/desk/people/:person', async (c) => {
  const desk = await peopleDesk(c)
  return desk === null ? c.notFound() : personPage(c, desk)
})

peopleDeskRoutes.post('/desk/people/:person/correction', async (c) => {
  const desk = await peopleDesk(c)
  if (desk === null) return c.notFound()
  const { db, now } = request(c)
  const body = await readForm(c)
  const typed = (name: string): string => fieldText(body, name)
  const values = { name_ar: typed('name_ar'), name_latin: typed('name_latin'), language: typed('language') }
  const form = parse(correctionForm, body)
  if (!form.ok) return personPage(c, desk, { values, errors: faultSentences(c, form.errors) })
  const person = c.req.param('person')
  const input = { person, nameAr: form.value.name_ar, nameLatin: form.value.name_latin, language: form.value.language }
  const outcome = await correctPerson(db, desk.viewer, input, now)
  if (outcome.ok) return seeOther(c, `/desk/people/${person}`, 'person-corrected')
  return outcome.code === 'page/not-found' ? c.notFound() : personPage(c, desk, { values, ...shownRefusal(c, outcome) })
})

/** A refusal beside its field where it has one, else above the page. */
function shownRefusal(c: AppContext, refusal: Refused): Came {
  const field = fieldOfRefusal(refusal)
  return field === null ? { refusal: refusalOf(c, refusal) } : { errors: [{ field, message: refusalOf(c, refusal) }] }
}

async function endPage(c: AppContext, desk: PeopleDesk, refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const person = await personRecord(db, desk.viewer, c.req.param('person') ?? '', language)
  const role = [...(person?.holds ?? []), ...(person?.held ?? [])].find(({ id }) => id === c.req.param('grant'))
  if (person === null || role === undefined || (role.until !== null && refusal === undefined)) return c.notFound()
  const own = person.id === desk.viewer.person.id
  const said = refusal === undefined ? undefined : refusalOf(c, refusal)
  const html = <EndRolePage language={language} frame={desk.frame} person={person} role={role} own={own} refusal={said} />
  return page(c, html, refusal === undefined ? 200 : 422)
}

peopleDeskRoutes.get('/desk/people/:person/roles/:grant/end', async (c) => {
  const desk = await peopleDesk(c)
  return desk === null || !mayGiveRoles(desk.viewer) ? c.notFound() : endPage(c, desk)
})

peopleDeskRoutes.post('/desk/people/:person/roles/:grant/end', async (c) => {
  const desk = await peopleDesk(c)
  if (desk === null || !mayGiveRoles(desk.viewer)) return c.notFound()
  const { db, now } = request(c)
  const { person, grant } = c.req.param()
  const outcome = await endRole(db, desk.viewer, { person, grants: [grant] }, now)
  if (!outcome.ok) return outcome.code === 'page/not-found' ? c.notFound() : endPage(c, desk, outcome)
  // Whoever ends their own role may have closed this desk to themselves.
  return person === desk.viewer.person.id ? seeOther(c, '/me', 'own-role-ended') : seeOther(c, `/desk/people/${person}`, 'role-ended')
})
