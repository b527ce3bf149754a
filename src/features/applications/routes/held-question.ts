import type { Question, Section } from '../../../domain/form.ts'
import { type AppContext, request } from '../../../platform/web/context.ts'
import { formOfApplication } from '../form-version.ts'

/** The question of an address, if it takes files; says nothing about who may answer it. */
export async function heldQuestion(c: AppContext): Promise<{ readonly section: Section; readonly question: Question } | null> {
  const { db, organisation } = request(c)
  const held = await formOfApplication(db, organisation, c.req.param('application') ?? '')
  for (const section of held?.form.sections ?? []) {
    const question = section.questions.find(({ code, kind }) => kind === 'file' && code === c.req.param('question'))
    if (question !== undefined) return { section, question }
  }
  return null
}
