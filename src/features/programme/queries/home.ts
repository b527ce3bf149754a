import { callState } from '../../../domain/call.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import type { HomeCall } from '../views.ts'
import { currentCall } from './current-call.ts'
import { type PublicEdition, publicEdition } from './public-edition.ts'

/** The current call as the home page tells it; null before the first one is public. */
export async function homeCall(db: Reader, organisation: string, now: Date): Promise<HomeCall | null> {
  const current = await currentCall(db, organisation, now)
  const found = current === null ? null : await publicEdition(db, organisation, current.edition.slug, now)
  return found === null ? null : homeCallOf(found, now)
}

function homeCallOf({ edition, times, content, results }: PublicEdition, now: Date): HomeCall {
  const { call, regions } = content
  const age = content.eligibilityRules.find((rule) => rule.kind === 'age')
  const each = new Set(regions.map((region) => region.places))
  const day = (code: string) => content.calendar.find((entry) => entry.code === code)
  const [from, to] = [day('kickoff')?.from, day('end')?.to]
  return {
    slug: edition.slug,
    edition: edition.name,
    tagline: content.programme.tagline,
    summary: content.programme.summary,
    state: callState(times, now),
    results,
    opensAt: times.opensAt,
    deadlineAt: times.deadlineAt,
    zone: call.zone,
    age: age?.kind === 'age' ? { ...age.parameters, on: call.ageOn } : null,
    places: edition.places,
    placesEach: each.size === 1 ? (regions[0]?.places ?? null) : null,
    offers: call.offers,
    months: content.edition.supportMonths,
    support: from === undefined || to === undefined ? null : { from, to },
    sessions: sessionsAhead(content, now),
  }
}

function sessionsAhead({ call, regions }: PublicEdition['content'], now: Date): HomeCall['sessions'] {
  return call.sessions
    .map((session, place) => ({ ...session, number: place + 1 }))
    .filter(({ at }) => {
      const instant = promisedInstant({ wall: at, zone: call.zone })
      return instant.ok && instant.instant > now
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap(({ place, region, at, number }) => {
      const home = regions.find((one) => one.code === region)
      return home === undefined ? [] : [{ number, place, region: { name: home.name, mark: home.mark }, at }]
    })
}
