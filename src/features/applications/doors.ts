/** A person's applications, as links on their own page. */
import { inLanguage } from '../../domain/language.ts'
import { isSignedIn } from '../../domain/viewer.ts'
import { type AppContext, request } from '../../platform/web/context.ts'
import type { PeopleDoors } from '../people/index.ts'
import { myApplications } from './queries/my-applications.ts'
import { words } from './words/index.ts'

/** The viewer's applications under one title; nothing when there are none. */
export async function doorsOfApplicant(c: AppContext): Promise<Awaited<ReturnType<PeopleDoors['doors']>>> {
  const { db, viewer, language } = request(c)
  if (!isSignedIn(viewer)) return []
  const applications = await myApplications(db, viewer)
  if (applications.length === 0) return []
  const t = words(language)
  const stateWord = { draft: t('state.draft'), submitted: t('state.sent'), withdrawn: t('state.withdrawn') }
  const links = applications.map((one) => ({
    name: `${one.title === '' ? t('untitled') : one.title} · ${inLanguage(one.edition.name, language).text}`,
    href: `/${language}/applications/${one.id}`,
    hint: `${one.number} · ${stateWord[one.state]}`,
  }))
  return [{ title: t('doors.title'), links }]
}
