import { expect, test } from 'vitest'
import { grantsOf, mayCorrectPeople, mayEnd, mayGiveRoles, mayReceive, maySeePeople } from './role.ts'
import { type Grant, ROLES, type Role, type Viewer } from './viewer.ts'

const grant = (role: Role, place: Partial<Grant> = {}): Grant => ({ role, programme: null, edition: null, region: null, ...place })
const viewer = (...grants: Grant[]): Viewer => ({ organisation: 'o', person: null, grants })
const whole = (may: (viewer: Viewer) => boolean) => ROLES.filter((role) => may(viewer(grant(role))))
const inProgramme = (may: (viewer: Viewer) => boolean) => ROLES.filter((role) => may(viewer(grant(role, { programme: 'p' }))))

test('administrators and directors of the whole organisation give roles, nobody else; officers mend names, auditors read', () => {
  expect(whole(mayGiveRoles)).toEqual(['administrator', 'director'])
  expect(whole(mayCorrectPeople)).toEqual(['administrator', 'director', 'officer'])
  expect(whole(maySeePeople)).toEqual(['administrator', 'director', 'officer', 'auditor'])
})

test('who leads one programme neither gives roles nor reads the list of all people', () => {
  expect([inProgramme(mayGiveRoles), inProgramme(mayCorrectPeople), inProgramme(maySeePeople)]).toEqual([[], [], []])
})

test('an administrator works everywhere; only officers work by region, and only in an edition', () => {
  const wanted = (role: Role, programme: string | null, edition: string | null, regions: string[] = []) => {
    const outcome = grantsOf({ role, programme, edition, regions })
    return outcome.ok ? outcome.value.map(({ region }) => region) : outcome.code
  }
  expect(wanted('administrator', null, null)).toEqual([null])
  expect(wanted('administrator', 'p', null)).toBe('role/everywhere-only')
  expect(wanted('officer', 'p', 'e', ['TTA', 'ORI', 'TTA'])).toEqual(['TTA', 'ORI'])
  expect(wanted('officer', 'p', null, ['TTA'])).toBe('role/regions-of-an-edition')
  expect(ROLES.filter((role) => wanted(role, 'p', 'e', ['TTA']) === 'role/no-regions')).toEqual(
    ROLES.filter((role) => role !== 'officer' && role !== 'administrator'),
  )
})

test('the same role is refused where it holds already, there or more widely, and given where it does not', () => {
  const asked = (held: Grant, wanted: Grant) => {
    const outcome = mayReceive({ giver: 'g', person: 'p', held: [held], wanted: [wanted] })
    return outcome.ok ? 'given' : outcome.code
  }
  const [here, there] = [grant('officer', { programme: 'p', edition: 'e' }), grant('officer', { programme: 'p', edition: 'f' })]
  expect(asked(here, here)).toBe('role/held-already')
  expect(asked(grant('officer'), here)).toBe('role/held-wider')
  expect(asked(here, { ...here, region: 'TTA' })).toBe('role/held-wider')
  expect(asked({ ...here, region: 'TTA' }, here)).toBe('given')
  expect(asked(here, there)).toBe('given')
  expect(asked(here, grant('chair', here.edition === null ? {} : { programme: 'p', edition: 'e' }))).toBe('given')
})

test('nobody gives themselves a role; the command line gives to anybody', () => {
  expect(mayReceive({ giver: 'p', person: 'p', held: [], wanted: [grant('finance')] })).toMatchObject({ code: 'role/own' })
  expect(mayReceive({ giver: null, person: 'p', held: [], wanted: [grant('finance')] })).toMatchObject({ ok: true })
})

test('the last who can give roles keeps theirs; a role that gives none may always end', () => {
  expect(mayEnd([grant('director')], 0)).toMatchObject({ code: 'role/last-giver' })
  expect(mayEnd([grant('director')], 1)).toMatchObject({ ok: true })
  expect(mayEnd([grant('officer')], 0)).toMatchObject({ ok: true })
  expect(mayEnd([grant('director', { programme: 'p' })], 0)).toMatchObject({ ok: true })
})
