/** A person's applications, as links on their own page. */
import { inLanguage } from '../../domain/language.ts'
import { isSignedIn } from '../../domain/viewer.ts'
import { formatDate } from '../../platform/time/time.ts'
import { type AppContext, request } from '../../platform/web/context.ts'
import type { PeopleDoors } from '../people/index.ts'
import { nameFor } from '../../domain/person.ts'
import { helpedByMe } from './queries/assistances.ts'
import { awaitedCorrections } from './queries/awaited-corrections.ts'
import { myApplications } from './queries/my-applications.ts'
import { stepsOf, type ToldSteps } from './told-steps.ts'
import { words } from './words/index.ts'

/** The viewer's applications under one title, each with the last thing that happened to it; nothing when there are none. `later`: what later stages have told. */
export async function doorsOfApplicant(c: AppContext, later?: ToldSteps): Promise<Awaited<ReturnType<PeopleDoors['doors']>>> {
  const { db, viewer, language, now } = request(c)
  if (!isSignedIn(viewer)) return []
  const [applications, awaited, helping] = await Promise.all([
    myApplications(db, viewer),
    awaitedCorrections(db, viewer, now),
    helpedByMe(db, viewer),
  ])
  const t = words(language)
  const sent = applications.filter(({ state }) => state !== 'draft').map(({ id }) => id)
  const steps = await stepsOf(c, sent, later)
  const stands = (one: (typeof applications)[number]): string => {
    const day = awaited.get(one.id)
    if (day === undefined) return steps.get(one.id)?.at(-1)?.title ?? t('state.draft')
    return t('correction.door', { date: formatDate(day, language, 'full') })
  }
  const links = applications.map((one) => ({
    name: `${one.title === '' ? t('untitled') : one.title} · ${inLanguage(one.edition.name, language).text}`,
    href: `/${language}/applications/${one.id}`,
    hint: `${one.number} · ${stands(one)}`,
  }))
  const others = helping.map(({ application, number, holder }) => ({
    name: nameFor(holder, language) || t('assistance.unnamed'),
    href: `/${language}/applications/${application}`,
    hint: number,
  }))
  return [
    ...(links.length === 0 ? [] : [{ title: t('doors.title'), links }]),
    ...(others.length === 0 ? [] : [{ title: t('assistance.doors'), links: others }]),
  ]
}
