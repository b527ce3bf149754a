/** The sheet of reasons, as page and as PDF. */
import { Hono } from 'hono'
import { isLanguage } from '../../../domain/language.ts'
import { type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { download, page } from '../../../platform/web/respond.ts'
import { publicFrame } from '../../programme/index.ts'
import { words as appealWords } from '../appeals/words/index.ts'
import { OwnAppeal } from '../pages/appeals/own.tsx'
import { ReasonsPage } from '../pages/reasons/sheet.tsx'
import { ownSelectionAppeal } from '../queries/appeals.ts'
import { reasonSheet } from '../queries/reason-sheet.ts'
import { reasonsPdf } from '../reasons/document.ts'
import { words } from '../reasons/words/index.ts'

export const reasonRoutes = new Hono<AppEnv>()

reasonRoutes.get('/applications/:application/reasons', async (c) => {
  const { db, organisation, viewer, language, path, now } = request(c)
  const sheet = await reasonSheet(db, signedIn(c), c.req.param('application'), language)
  if (sheet === null) return c.notFound()
  const [frame, own] = await Promise.all([
    publicFrame(db, { organisation, viewer, language, path, now }),
    ownSelectionAppeal(db, signedIn(c), sheet.application),
  ])
  const said = c.req.query('said') === 'appeal-lodged' ? appealWords(language)('said.appeal-lodged') : undefined
  return page(
    c,
    <ReasonsPage language={language} frame={frame} path={path} sheet={sheet} own={own !== null} said={said}>
      {own !== null && <OwnAppeal language={language} now={now} own={own} />}
    </ReasonsPage>,
  )
})

reasonRoutes.get('/applications/:application/reasons.pdf', async (c) => {
  const asked = c.req.query('lang')
  const language = isLanguage(asked) ? asked : c.var.language
  const sheet = await reasonSheet(request(c).db, signedIn(c), c.req.param('application'), language)
  if (sheet === null) return c.notFound()
  return download(c, await reasonsPdf(sheet, language), 'application/pdf', words(language)('file', { number: sheet.number }))
})
