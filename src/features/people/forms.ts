/** The forms of people and roles. */
import { z } from 'zod'
import { LANGUAGES } from '../../domain/language.ts'
import { ROLES } from '../../domain/viewer.ts'
import { choice, choices, email, line } from '../../platform/input/form.ts'
import { EVERYWHERE, type RolePlaces } from './desk-views.ts'

const name = () => line({ max: 120, required: false })
const names = { name_ar: name(), name_latin: name(), language: choice(LANGUAGES) }

export const correctionForm = z.object(names)

/** `known` when the person was chosen before: then the form asks neither the address nor the names. */
export function giveRoleForm(places: RolePlaces, known: boolean) {
  const all = [EVERYWHERE, ...places.programmes.flatMap(({ id, editions }) => [`p:${id}`, ...editions.map((edition) => `e:${edition.id}`)])]
  const who = known
    ? { email: email({ required: false }), name_ar: name(), name_latin: name(), language: choice(LANGUAGES, { required: false }) }
    : { email: email(), ...names }
  return z.object({
    ...who,
    role: choice(ROLES),
    place: choice(all),
    regions: choices(
      places.regions.map(({ code }) => code),
      { min: 0 },
    ),
  })
}
