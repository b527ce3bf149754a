/** Giving a role from a page. */
import { Hono } from 'hono'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { Refused } from '../../../domain/result.ts'
import { mayGiveRoles } from '../../../domain/role.ts'
import { type Body, parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { giveRole } from '../commands/give-role.ts'
import type { PersonRecord, RolePlaces } from '../desk-views.ts'
import { giveRoleForm } from '../forms.ts'
import { GiveRolePage, type GiveRoleValues } from '../pages/give-role.tsx'
import { personRecord } from '../queries/people.ts'
import { rolePlaces } from '../queries/role-places.ts'
import { type PeopleDesk, peopleDesk } from './desk-frame.ts'
import { faultSentences, fieldOfRefusal, refusalOf } from './desk-words.ts'

export const giveRoleRoutes = new Hono<AppEnv>()

interface Room {
  readonly desk: PeopleDesk
  /** Whom the address names; null for anybody. */
  readonly person: (PersonRecord & { readonly email: string }) | null
  readonly places: RolePlaces
}

/** Null for whom the page is not, and for somebody who is not at the desk or has no address. */
async function roomOf(c: AppContext): Promise<Room | null> {
  const desk = await peopleDesk(c)
  if (desk === null || !mayGiveRoles(desk.viewer)) return null
  const { db, organisation, language } = request(c)
  const asked = c.req.query('person')
  const person = asked === undefined ? null : await personRecord(db, desk.viewer, asked, language)
  if (asked !== undefined && (person === null || person.email === null)) return null
  return { desk, person: person as Room['person'], places: await rolePlaces(db, organisation, language) }
}

interface Came {
  readonly values: GiveRoleValues
  readonly errors?: FormErrors
  readonly refusal?: string
}

function show(c: AppContext, { desk, person, places }: Room, { values, errors = [], refusal }: Came): Response {
  const around = { language: c.var.language, frame: desk.frame, person, places }
  const wrong = errors.length > 0 || refusal !== undefined
  return page(c, <GiveRolePage {...around} values={values} errors={errors} refusal={refusal} />, wrong ? 422 : 200)
}

giveRoleRoutes.get('/desk/people/new', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const nothing = { email: '', name_ar: '', name_latin: '', role: '', place: '', regions: [] }
  return show(c, room, { values: { ...nothing, language: c.var.language } })
})

giveRoleRoutes.post('/desk/people/new', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, config, now, language } = request(c)
  const body = await readForm(c)
  const values = typedValues(body)
  const form = parse(giveRoleForm(room.places, room.person !== null), body)
  if (!form.ok) return show(c, room, { values, errors: faultSentences(c, form.errors) })
  const { email, name_ar, name_latin, role, place, regions } = form.value
  const gift = {
    email: room.person?.email ?? (email ?? '').toLowerCase(),
    nameAr: name_ar,
    nameLatin: name_latin,
    language: form.value.language ?? language,
    role,
    programme: place.startsWith('p:') ? place.slice(2) : null,
    edition: place.startsWith('e:') ? place.slice(2) : null,
    regions,
  }
  const outcome = await giveRole(db, room.desk.viewer, gift, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/people/${outcome.value.person}`, outcome.value.added ? 'person-invited' : 'role-given')
  const field = fieldOfRefusal(outcome)
  const message = refusalOf(c, withRegionName(outcome, room.places))
  return show(c, room, field === null ? { values, refusal: message } : { values, errors: [{ field, message }] })
})

/** The domain knows a region by its code, people by its name. */
function withRegionName(refusal: Refused, places: RolePlaces): Refused {
  const { region } = refusal.details
  const name = places.regions.find(({ code }) => code === region)?.name
  return name === undefined ? refusal : { ...refusal, details: { ...refusal.details, region: name } }
}

function typedValues(body: Body): GiveRoleValues {
  const typed = (name: string): string => fieldText(body, name)
  return {
    email: typed('email'),
    name_ar: typed('name_ar'),
    name_latin: typed('name_latin'),
    language: typed('language'),
    role: typed('role'),
    place: typed('place'),
    regions: [body.regions ?? []].flat(),
  }
}
