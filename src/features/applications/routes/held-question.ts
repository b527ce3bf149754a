import { isHoldersOwn } from '../../../domain/application.ts'
import type { Question, Section } from '../../../domain/form.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type AppContext, request } from '../../../platform/web/context.ts'
import { formOfApplication } from '../form-version.ts'
import { correctionView } from '../queries/correction.ts'
import type { CorrectionView } from '../views.ts'
import { ownRecord } from './around.ts'

/** The question of an address, if it takes files; not one that the holder answers alone, to another of the team. Says nothing else about who may answer it. */
export async function heldQuestion(c: AppContext): Promise<{ readonly section: Section; readonly question: Question } | null> {
  const { db, organisation } = request(c)
  const held = await formOfApplication(db, organisation, c.req.param('application') ?? '')
  for (const section of held?.form.sections ?? []) {
    const question = section.questions.find(({ code, kind }) => kind === 'file' && code === c.req.param('question'))
    if (question !== undefined) return isHoldersOwn(question) && (await isMember(c)) ? null : { section, question }
  }
  return null
}

async function isMember(c: AppContext): Promise<boolean> {
  return (await ownRecord(c))?.head.membership === 'member'
}

/** The question of an address, if it takes files and is open to corrections of the viewer's own application. */
export async function openFileQuestion(
  c: AppContext,
  viewer: SignedIn,
): Promise<{ readonly view: CorrectionView; readonly question: Question } | null> {
  const { db, now } = request(c)
  const view = await correctionView(db, viewer, c.req.param('application') ?? '', now)
  const question = view?.open.questions.find(({ code, kind }) => kind === 'file' && code === c.req.param('question'))
  return view === null || question === undefined ? null : { view, question }
}
