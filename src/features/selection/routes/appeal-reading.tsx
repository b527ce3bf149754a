/** Reading a file again after an appeal: the page of each person of the panel, and the door to it on their own page. */
import { Hono } from 'hono'
import type { FormErrors } from '../../../design/form/field.tsx'
import { inLanguage } from '../../../domain/language.ts'
import { isSignedIn } from '../../../domain/viewer.ts'
import { cleanText } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { linkFiles, toFile } from '../../files/index.ts'
import { publicFrame } from '../../programme/index.ts'
import { appealOr, LONGEST_APPEAL } from '../appeals/sentence.ts'
import { words } from '../appeals/words/index.ts'
import { saySelectionAppealAnswer } from '../commands/appeal-answer.ts'
import { AppealReadingPage, type TypedWord } from '../pages/appeals/reading.tsx'
import { type AppealReading, appealReading, appealsToRead } from '../queries/appeal-answer.ts'

export const appealReadingRoutes = new Hono<AppEnv>()

const EMPTY: TypedWord = { says: '', read: false, word: '', errors: [] }

/** Files of the answers this reader may read, as long as they are asked. */
const filesIn = ({ file, answered }: AppealReading) => (answered || file === null ? [] : file.files)

async function readingPage(c: AppContext, typed: TypedWord = EMPTY, refusal?: string): Promise<Response> {
  const { db, language, path, now, organisation, viewer } = request(c)
  const view = await appealReading(db, signedIn(c), c.req.param('application') ?? '', language)
  if (view === null) return c.notFound()
  const frame = await publicFrame(db, { organisation, viewer, language, path, now })
  const address = `/selection-appeals/${view.application}`
  const files = await linkFiles(c, filesIn(view), `/${language}${address}/files`)
  const t = words(language)
  const key = `said.${c.req.query('said') ?? ''}`
  const props = { language, frame, path: address, view, files, typed, refusal, said: t.has(key) ? t.any(key) : undefined }
  return page(c, <AppealReadingPage {...props} />, refusal === undefined ? 200 : 422)
}

appealReadingRoutes.get('/selection-appeals/:application', (c) => readingPage(c))

appealReadingRoutes.get('/selection-appeals/:application/files/:file', async (c) => {
  const view = await appealReading(request(c).db, signedIn(c), c.req.param('application'), c.var.language)
  return view === null ? c.notFound() : toFile(c, filesIn(view), true)
})

/** The field a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = { 'selection-appeal/not-read': 'read', 'selection-appeal/word-missing': 'word' }

appealReadingRoutes.post('/selection-appeals/:application', async (c) => {
  const { db, config, language, now } = request(c)
  const viewer = signedIn(c)
  const application = c.req.param('application')
  const body = await readForm(c)
  const [says, read, word] = [fieldText(body, 'says'), fieldText(body, 'read') === 'yes', cleanText(fieldText(body, 'word'))]
  const again = (errors: FormErrors, refusal: string): Promise<Response> => readingPage(c, { says, read, word, errors }, refusal)
  const t = words(language)
  if (says !== 'confirmed' && says !== 'sent-back') {
    const message = t('reading.choice-missing')
    return again([{ field: 'says', message }], message)
  }
  const over = word.length - LONGEST_APPEAL
  if (over > 0) {
    const message = t('reading.word-too-long', { max: formatNumber(LONGEST_APPEAL, language), over: formatNumber(over, language) })
    return again([{ field: 'word', message }], message)
  }
  const outcome = await saySelectionAppealAnswer(
    db,
    viewer,
    { application, says, read, word, seen: Number(fieldText(body, 'seen')) },
    config.origin,
    now,
  )
  if (outcome.ok) return seeOther(c, `/selection-appeals/${application}`, saidOf(says, outcome.value.answered))
  if (outcome.code === 'appeal/unknown') return c.notFound()
  const message = appealOr(outcome, language, '')
  const of = FIELDS[outcome.code]
  return again(of === undefined ? [] : [{ field: of, message }], message)
})

function saidOf(says: 'confirmed' | 'sent-back', answered: boolean): string {
  if (says === 'sent-back') return 'reading-sent-back'
  return answered ? 'reading-answered' : 'reading-confirmed'
}

/** The files a person is asked to read again, as doors on their own page. */
export async function doorOfAppeals(c: AppContext) {
  const { db, viewer, language } = request(c)
  if (!isSignedIn(viewer)) return []
  const t = words(language)
  const links = (await appealsToRead(db, viewer)).map((one) => ({
    name: one.number,
    href: `/${language}/selection-appeals/${one.application}`,
    hint: t('door.hint', { edition: inLanguage(one.edition, language).text }),
  }))
  return links.length === 0 ? [] : [{ title: t('door.title'), links }]
}
