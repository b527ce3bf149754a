/** Verdicts on the documents of an application. */
import { refusalIn } from '../../../design/refusal.ts'
import { DOCUMENT_VERDICTS } from '../../../domain/document-verdict.ts'
import { type Api, acts, id, slug, words as line, z } from '../../../platform/web/api.ts'
import { editionBySlug } from '../../programme/index.ts'
import { judgeDocuments } from '../commands/judge-documents.ts'
import { words } from '../words/index.ts'

const judgement = z.object({
  document: line(60),
  verdict: z.enum(DOCUMENT_VERDICTS),
  reason: line(2000),
  files: z.array(id()).max(100).openapi({ description: 'The files it is about, as the application shows them: a verdict on others is refused.' }),
  seen: z.number().int().min(0).optional().openapi({
    description: 'Number of the last verdict you have read (`seq` of the document); 0 when there was none. Another since then is a refusal.',
  }),
})

export function documentApi(routes: Api): void {
  acts(routes, 'Eligibility', (language) => refusalIn(words(language), language))(
    'post',
    '/editions/{edition}/applications/{application}/document-verdicts',
    'Write verdicts on documents, all or none',
    {
      params: z.object({ edition: slug(), application: id() }),
      body: z.object({
        documents: z.array(judgement).max(50),
        confirmed: z
          .boolean()
          .default(false)
          .openapi({ description: 'Needed to turn down a required document once the application was found eligible.' }),
      }),
    },
    async ({ db, viewer, organisation, now }, { edition, application, documents, confirmed }) => {
      const found = await editionBySlug(db, organisation, edition)
      return found === null ? null : judgeDocuments(db, viewer, found.place, application, documents, now, confirmed)
    },
  )
}
