/** Corrections as the team writes them. */
import { mayCorrect } from '../../../domain/correction.ts'
import { codesIn, takesFiles } from '../../../domain/form.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { openAnswers, presentFiles } from '../corrections/open-answers.ts'
import { type FileView, filesOf } from '../../files/index.ts'
import { formOfVersion } from '../form-version.ts'
import { keptFrom, without } from '../holders-own.ts'
import type { CorrectionView } from '../views.ts'
import { editionLists } from './edition-lists.ts'
import { correctionStanding } from './last-request.ts'
import { recordOf } from './record.ts'

/** The last request for corrections of the viewer's own application, with what was typed; null when there is none. */
export async function correctionView(db: Reader, viewer: SignedIn, application: string, now: Date): Promise<CorrectionView | null> {
  const record = await recordOf(db, viewer, application)
  if (record?.submission == null) return null
  const { organisation } = viewer
  const standing = await correctionStanding(db, organisation, record.head.id)
  if (standing?.last == null) return null
  const { last, facts } = standing
  const form = await formOfVersion(db, organisation, record.formVersion)
  const [lists, files] = await Promise.all([
    editionLists(db, organisation, record.head.edition.id, record.submission.submittedAt),
    takesFiles(form) ? filesOf(db, organisation, record.head.id) : [],
  ])
  const sent = record.submission.answers
  const typed = presentFiles(form, last.draft?.answers ?? {}, new Set(files.filter((file) => !isTakenOut(file)).map((file) => file.id)))
  const open = openAnswers({ form, lists, requested: last.questions, sent, typed })
  const hidden = keptFrom(record.head.membership, form)
  return {
    ...record.head,
    form,
    lists,
    reason: last.reason,
    day: last.day,
    askedAt: last.askedAt,
    requested: last.questions,
    sent: without(sent, hidden),
    open: {
      ...open,
      questions: open.questions.filter(({ code }) => !hidden.has(code)),
      shown: without(open.shown, hidden),
      answers: without(open.answers, hidden),
      faults: open.faults.filter(({ question }) => !hidden.has(question)),
    },
    withheld: open.questions.filter(({ code }) => hidden.has(code)),
    allowed: mayCorrect(facts, now),
    savedAt: last.draft?.savedAt ?? null,
    files: files.filter((file) => !hidden.has(file.question) && isShown(file, sent, open)),
  }
}

/** A file that the answer names, or one that the system took out since; those of what was sent that were left out are not shown. */
function isShown(file: FileView, sent: CorrectionView['sent'], open: CorrectionView['open']): boolean {
  if (codesIn(open.shown[file.question]).includes(file.id)) return true
  return isTakenOut(file) && !codesIn(sent[file.question]).includes(file.id)
}

function isTakenOut({ state }: FileView): boolean {
  return state === 'infected' || state === 'unreadable'
}
