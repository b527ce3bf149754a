/** Editions: read, exported, imported. */
import { refusalIn } from '../../design/refusal.ts'
import { request } from '../../platform/web/context.ts'
import { type Api, api, endpoint, outcome, record, slug, z } from '../../platform/web/api.ts'
import { editionDraftEndpoints } from './api/edition-drafts.ts'
import { importEdition } from './commands/import-edition.ts'
import { readEditionFile } from './edition-file.ts'
import { editionBySlug, editionsOf } from './editions.ts'
import { exportEdition } from './queries/export-edition.ts'
import { publicEdition } from './queries/public-edition.ts'
import { words } from './words/index.ts'

const TAG = 'Editions'
const edition = z.object({ edition: slug() })

export function programmeApi(): Api {
  const routes = api()
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions',
      tag: TAG,
      summary: 'Editions of the organisation',
      answers: z.object({ editions: z.array(record()) }),
      open: true,
    },
    async (c) => {
      const { db, organisation } = request(c)
      const all = await editionsOf(db, organisation)
      return {
        editions: all.map(({ slug, name, programmeName, year, ordinal, zone, currency }) => ({
          slug,
          name,
          programme: programmeName,
          year,
          ordinal,
          zone,
          currency,
        })),
      }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/calls/{edition}',
      tag: TAG,
      summary: 'A public call: dates, rules, criteria, form',
      params: edition,
      answers: record(),
      open: true,
    },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await publicEdition(db, organisation, params.edition, now)
      if (found === null) return null
      const { form, regions, sectors, applicantKinds, strands = [], criteria, eligibilityRules, selectionRules, call } = found.content
      return {
        edition: params.edition,
        times: found.times,
        call,
        regions,
        sectors,
        applicantKinds,
        strands,
        criteria,
        eligibilityRules,
        selectionRules,
        form,
      }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/file',
      tag: TAG,
      summary: 'The edition as a file, byte for byte',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const text = await exportEdition(request(c).db, c.var.viewer, params.edition)
      return text === null ? null : c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8' })
    },
  )
  endpoint(
    routes,
    { method: 'post', path: '/editions', tag: TAG, summary: 'Import an edition file: whole, or not at all', body: record(), answers: record() },
    async (c, { body }) => {
      const { db, viewer, language, now } = request(c)
      const reading = readEditionFile(JSON.stringify(body))
      if (!reading.ok) {
        const fields = reading.faults.map((fault) => ({ path: fault.path, says: fault.code }))
        return c.json(
          { refused: { code: 'edition/faulty-file', sentence: fields.map(({ path, says }) => `${path}: ${says}`).join('; '), fields } },
          422,
        )
      }
      return outcome(c, await importEdition(db, viewer, reading.file, now), refusalIn(words(language), language))
    },
  )
  endpoint(
    routes,
    { method: 'get', path: '/editions/{edition}', tag: TAG, summary: 'An edition', params: edition, answers: record(), open: true },
    async (c, { params }) => {
      const found = await editionBySlug(request(c).db, c.var.organisation, params.edition)
      if (found === null) return null
      const { slug, name, programmeName, year, ordinal, zone, currency } = found
      return { slug, name, programme: programmeName, year, ordinal, zone, currency }
    },
  )
  editionDraftEndpoints(routes)
  return routes
}
