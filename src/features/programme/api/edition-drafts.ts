/** Editions while they are written, for programs: the same drafts as on the pages. A program writes parts that are whole. */
import { refusalIn } from '../../../design/refusal.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { FormEdit } from '../../../domain/form-edit.ts'
import { refused } from '../../../domain/result.ts'
import { type Api, acts, endpoint, id, record, slug, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { applyEditionDraft, planFingerprint } from '../commands/apply-edition-draft.ts'
import { beginEditionDraft, editEditionForm, proposeEditionDraft, removeEditionDraft, saveEditionPart } from '../commands/edition-draft.ts'
import { putBackLateChanges } from '../commands/put-back.ts'
import { draftSchema } from '../draft-schema.ts'
import { readDraftFile } from '../edition-file.ts'
import { editionSchema } from '../edition-schema.ts'
import { documentAdvice, draftFaults } from '../editor/document-faults.ts'
import { type PartValues, partMark, partValues } from '../editor/part-mark.ts'
import { PART_CODES, type PartCode } from '../editor/parts.ts'
import { formSchema, questionSchema, sectionSchema } from '../form-schema.ts'
import { editionDraft, editionsToWrite } from '../queries/edition-drafts.ts'
import { words } from '../words/index.ts'

const TAG = 'Editions'
const draft = z.object({ draft: id() })
const code = z.string().max(40)
const step = z.union([z.literal(-1), z.literal(1)])
const own = sectionSchema.omit({ questions: true })

/** One thing done to the form. */
const formEdit = z.discriminatedUnion('act', [
  z.object({ act: z.literal('set-groups'), groups: formSchema.shape.groups }),
  z.object({ act: z.literal('add-section'), section: sectionSchema }),
  z.object({ act: z.literal('change-section'), code, section: own }),
  z.object({ act: z.enum(['remove-section', 'copy-section', 'remove-question', 'copy-question']), code }),
  z.object({ act: z.enum(['move-section', 'move-question']), code, by: step }),
  z.object({ act: z.literal('add-question'), section: code, question: questionSchema }),
  z.object({ act: z.literal('add-questions'), section: code, questions: z.array(questionSchema).min(1).max(60) }),
  z.object({ act: z.literal('change-question'), code, question: questionSchema, section: code }),
  z.object({ act: z.literal('place-section'), code, place: z.int().min(0).max(1000) }),
  z.object({ act: z.literal('place-question'), code, section: code, place: z.int().min(0).max(1000) }),
])

const callTerms = editionSchema.shape.call.omit({ offers: true, prepare: true, questions: true, sessions: true })
const { shape } = editionSchema

/** What each part holds, as in the file. */
const PARTS: Readonly<Record<PartCode, z.ZodObject>> = {
  programme: z.strictObject({ programme: shape.programme }),
  edition: z.strictObject({ edition: shape.edition }),
  regions: z.strictObject({ regions: shape.regions }),
  sectors: z.strictObject({ sectors: shape.sectors }),
  kinds: z.strictObject({ applicantKinds: shape.applicantKinds }),
  strands: z.strictObject({ strands: shape.strands.unwrap() }),
  criteria: z.strictObject({ criteria: shape.criteria }),
  review: z.strictObject({ review: shape.review.unwrap() }),
  eligibility: z.strictObject({ eligibilityRules: shape.eligibilityRules }),
  selection: z.strictObject({ selectionRules: shape.selectionRules }),
  calendar: z.strictObject({ calendar: shape.calendar }),
  funding: z.strictObject({ funders: shape.funders, budgetLines: shape.budgetLines }),
  call: z.strictObject({ call: callTerms }),
  texts: z.strictObject({ call: shape.call.pick({ offers: true, prepare: true, questions: true }) }),
  sessions: z.strictObject({ call: shape.call.pick({ sessions: true }) }),
  form: z.strictObject({ form: shape.form }),
}

/** The values of a part from the shape of the file. */
function valuesFrom(part: PartCode, sent: Readonly<Record<string, unknown>>): PartValues {
  return partValues(part, sent as unknown as EditionDocument)
}

export function editionDraftEndpoints(routes: Api): void {
  const act = acts(routes, TAG, (says) => refusalIn(words(says), says))
  endpoint(routes, { method: 'get', path: '/edition-drafts', tag: TAG, summary: 'Editions you write, and drafts of them', answers: record() }, (c) =>
    editionsToWrite(request(c).db, signedIn(c)),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/edition-drafts/{draft}',
      tag: TAG,
      summary:
        'A draft: its document, what is missing or wrong, what is perhaps not meant, the mark of each part, the fingerprint of what would change',
      params: draft,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, now } = request(c)
      const found = await editionDraft(db, signedIn(c), params.draft, now)
      if (found === null) return null
      const { document, current, edition, moment, savedAt, proposedAt } = found
      const faults = draftFaults(found).map(({ path, code: says, details, missing }) => ({ path, code: says, details, missing }))
      const advice = documentAdvice(document).map(({ path, code: says, details }) => ({ path, code: says, details }))
      const marks = Object.fromEntries(PART_CODES.map((part) => [part, partMark(part, document)]))
      return {
        draft: params.draft,
        edition: edition?.slug ?? null,
        moment,
        savedAt,
        proposedAt,
        document,
        faults,
        advice,
        marks,
        fingerprint: planFingerprint(document, current),
      }
    },
  )
  act(
    'post',
    '/edition-drafts',
    'Begin a draft: from nothing, of an edition, as a copy of one, or from a file',
    {
      body: z.discriminatedUnion('from', [
        z.object({ from: z.literal('nothing'), programme: slug().nullable() }),
        z.object({ from: z.enum(['copy', 'edition']), edition: slug() }),
        z.object({ from: z.literal('file'), file: draftSchema }),
      ]),
    },
    async ({ db, viewer, now }, input) => {
      if (input.from !== 'file') return beginEditionDraft(db, viewer, input, now)
      const reading = readDraftFile(JSON.stringify(input.file))
      if (!reading.ok) return refused('edition-draft/damaged', { count: reading.faults.length, first: reading.faults[0]?.path ?? '$' })
      return beginEditionDraft(db, viewer, { from: 'file', document: reading.document }, now)
    },
  )
  for (const part of PART_CODES)
    act(
      'put',
      `/edition-drafts/{draft}/parts/${part}`,
      `Write the part "${part}" of a draft, whole`,
      { params: draft, body: z.object({ known: z.string().max(64), value: PARTS[part] }) },
      ({ db, viewer, now }, input) =>
        saveEditionPart(db, viewer, { draft: input.draft, part, known: input.known, values: valuesFrom(part, input.value) }, now),
    )
  act(
    'post',
    '/edition-drafts/{draft}/form-edits',
    'Change one thing in the form of a draft',
    { params: draft, body: z.object({ known: z.string().max(64), edit: formEdit }) },
    ({ db, viewer, now }, input) => editEditionForm(db, viewer, { ...input, edit: input.edit as unknown as FormEdit }, now),
  )
  act('post', '/edition-drafts/{draft}/proposal', 'Propose a draft for reading', { params: draft }, ({ db, viewer, now }, input) =>
    proposeEditionDraft(db, viewer, input.draft, now),
  )
  act('post', '/edition-drafts/{draft}/put-back', 'Put back what comes too late to be changed', { params: draft }, ({ db, viewer, now }, input) =>
    putBackLateChanges(db, viewer, input.draft, now),
  )
  act('post', '/edition-drafts/{draft}/removal', 'Put a draft away', { params: draft }, ({ db, viewer, now }, input) =>
    removeEditionDraft(db, viewer, input.draft, now),
  )
  act(
    'post',
    '/edition-drafts/{draft}/edition',
    'Apply a draft as it was shown: the edition is made, or changed',
    { params: draft, body: z.object({ fingerprint: z.string().max(64) }) },
    ({ db, viewer, now }, input) => applyEditionDraft(db, viewer, input, now),
  )
}
