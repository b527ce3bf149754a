/** The editions one writes, and beginning another. */
import { Hono } from 'hono'
import { stepsOf } from '../../../domain/edition-fault.ts'
import { type Body, cleanLine } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { beginEditionDraft, type DraftBeginning } from '../commands/edition-draft.ts'
import { readDraftFile } from '../edition-file.ts'
import { locatedFaults } from '../edition-lines.ts'
import { faultText } from '../editor/fault-text.ts'
import { words as editorWords } from '../editor/words/index.ts'
import { organisationFrame } from '../organisation-frame.ts'
import { BeginPage, type BeginProps, NEW_PROGRAMME } from '../pages/editor/begin.tsx'
import { filePlace } from '../pages/editor/file-place.ts'
import { EditionsPage } from '../pages/editor/editions.tsx'
import { editionsToWrite } from '../queries/edition-drafts.ts'
import { refusalText, saidOf } from './edition-desk.ts'

export const beginRoutes = new Hono<AppEnv>()

beginRoutes.get('/desk/editions', async (c) => {
  const viewer = signedIn(c)
  const { db, language } = request(c)
  const view = await editionsToWrite(db, viewer)
  if (view === null) return c.notFound()
  const frame = await organisationFrame(db, viewer, language, 'editions')
  return page(c, <EditionsPage language={language} frame={frame} view={view} said={saidOf(c)} />)
})

const NOTHING: BeginProps['values'] = { programme: '', edition: '', text: '' }

beginRoutes.get('/desk/editions/new', (c) => show(c, { values: NOTHING }))

type Came = Pick<BeginProps, 'values'> & Partial<Pick<BeginProps, 'errors' | 'fileFaults' | 'refusal'>>

async function show(c: AppContext, { values, errors = [], fileFaults = [], refusal }: Came): Promise<Response> {
  const viewer = signedIn(c)
  const { db, language } = request(c)
  const view = await editionsToWrite(db, viewer)
  if (view === null) return c.notFound()
  const frame = await organisationFrame(db, viewer, language, 'editions')
  const wrong = errors.length > 0 || fileFaults.length > 0 || refusal !== undefined
  const html = <BeginPage language={language} frame={frame} view={view} values={values} errors={errors} fileFaults={fileFaults} refusal={refusal} />
  return page(c, html, wrong ? 422 : 200)
}

beginRoutes.post('/desk/editions/new', async (c) => {
  const viewer = signedIn(c)
  const { db, language, now } = request(c)
  if ((await editionsToWrite(db, viewer)) === null) return c.notFound()
  const body = await readForm(c, undefined, true)
  const values = { programme: cleanLine(fieldText(body, 'programme')), edition: cleanLine(fieldText(body, 'edition')), text: fieldText(body, 'text') }
  const beginning = beginningOf(body, values, language)
  if ('values' in beginning) return show(c, beginning)
  const outcome = await beginEditionDraft(db, viewer, beginning, now)
  if (!outcome.ok) return show(c, { values, refusal: refusalText(c, outcome) })
  return seeOther(c, `/desk/editions/${outcome.value.draft}`, 'begun')
})

/** What the form asks for; the page again when it does not say, or its file is not an edition. */
function beginningOf(body: Body, values: BeginProps['values'], language: AppContext['var']['language']): DraftBeginning | Came {
  const t = editorWords(language)
  switch (fieldText(body, 'from')) {
    case 'nothing':
      if (values.programme === '') return { values, errors: [{ field: 'programme', message: t('begin.no-programme') }] }
      return { from: 'nothing', programme: values.programme === NEW_PROGRAMME ? null : values.programme }
    case 'copy':
    case 'edition':
      if (values.edition === '') return { values, errors: [{ field: 'edition', message: t('begin.no-edition') }] }
      return { from: fieldText(body, 'from') as 'copy' | 'edition', edition: values.edition }
    default:
      return fileOf(body, values, language)
  }
}

function fileOf(body: Body, values: BeginProps['values'], language: AppContext['var']['language']): DraftBeginning | Came {
  const chosen = fieldText(body, 'file')
  const text = chosen.trim() === '' ? values.text : chosen
  if (text.trim() === '') return { values, errors: [{ field: 'text', message: editorWords(language)('begin.no-file') }] }
  const reading = readDraftFile(text)
  if (reading.ok) return { from: 'file', document: reading.document }
  const fileFaults = locatedFaults(text, reading.faults).map(({ line, path, code, details }) => ({
    line,
    place: filePlace(stepsOf(path), text, language),
    path,
    says: faultText({ path, code, details }, language),
  }))
  return { values: { ...values, text }, fileFaults }
}
