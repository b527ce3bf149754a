/** Stages of review of an edition: whether they agree with themselves, with the criteria and with the form. */
import type { EditionFile } from './edition.ts'
import { type EditionFault, fault, repeated } from './edition-fault.ts'
import { locatedQuestions } from './form-coherence.ts'
import type { ReviewStage } from './review-stage.ts'

type Around = Pick<EditionFile, 'review' | 'criteria' | 'form' | 'edition'>

/** Codes once, shares that add up to 1, one interview at most, marks within 100, grids whole, hidden questions that exist. */
export function reviewFaults(file: Around): EditionFault[] {
  const stages = file.review
  if (stages === undefined) return []
  const sum = stages.reduce((all, { share }) => all + Math.round(Number(share) * 1000), 0)
  const interviews = stages.flatMap(({ happens }, place) => (happens === 'interview' ? [place] : []))
  return [
    ...repeated(
      stages.map(({ code }) => code),
      (place) => ['review', place, 'code'],
    ),
    ...(sum === 1000 ? [] : [fault(['review'], 'shares-sum', { sum: String(sum / 1000) })]),
    ...interviews.slice(1).map((place) => fault(['review', place, 'happens'], 'second-interview')),
    ...(stages.length > 0 && interviews.length === stages.length ? [fault(['review', 0, 'happens'], 'no-reading')] : []),
    ...weightFaults(file, stages),
    ...stages.flatMap((stage, place) => [
      ...termFaults(stage, ['review', place]),
      ...gridFaults(stage, ['review', place], file),
      ...hiddenFaults(stage, ['review', place], file),
    ]),
  ]
}

/** The terms say what the interview counts too: both say the same. */
function weightFaults({ edition }: Around, stages: readonly ReviewStage[]): EditionFault[] {
  const share = stages.find(({ happens }) => happens === 'interview')?.share ?? '0'
  return Number(edition.interviewWeight) === Number(share)
    ? []
    : [fault(['edition', 'interviewWeight'], 'not-the-stages', { weight: edition.interviewWeight, share })]
}

function termFaults(stage: ReviewStage, at: readonly PropertyKey[]): EditionFault[] {
  const { mode, passMark, divergence, share, readers, quorum, majority, happens } = stage
  const faults = (['passMark', 'divergence'] as const).flatMap((name) =>
    stage[name] !== null && Number(stage[name]) > 100 ? [fault([...at, name], 'too-large', { maximum: 100 })] : [],
  )
  if (Number(share) > 1) faults.push(fault([...at, 'share'], 'too-large', { maximum: 1 }))
  const other = (name: keyof ReviewStage): void => {
    faults.push(fault([...at, name], 'not-for-mode', { mode }))
  }
  if (mode === 'vote') {
    if (passMark !== null) other('passMark')
    if (divergence !== null) other('divergence')
    if (quorum === undefined) faults.push(fault([...at, 'quorum'], 'missing'))
    else if (happens === 'reading' && quorum > readers) faults.push(fault([...at, 'quorum'], 'above-maximum', { minimum: quorum, maximum: readers }))
    if (majority === undefined) faults.push(fault([...at, 'majority'], 'missing'))
  } else {
    if (quorum !== undefined) other('quorum')
    if (majority !== undefined) other('majority')
    if (mode === 'rank' && divergence !== null) other('divergence')
  }
  return faults
}

function gridFaults(stage: ReviewStage, at: readonly PropertyKey[], { criteria }: Around): EditionFault[] {
  const { mode, scale, weights, anchors } = stage
  const others = (mode === 'score' ? [] : mode === 'pass-fail' ? ['scale', 'anchors'] : ['scale', 'anchors', 'weights']) as (
    | 'scale'
    | 'anchors'
    | 'weights'
  )[]
  const wrong = others.flatMap((name) => (stage[name] === undefined ? [] : [fault([...at, name], 'not-for-mode', { mode })]))
  if (wrong.length > 0) return wrong
  const known = new Set(criteria.map(({ code }) => code))
  const asked = weights === undefined ? criteria.map(({ code }) => code) : Object.keys(weights)
  const sum = Object.values(weights ?? {}).reduce((all, weight) => all + weight, 0)
  const faults = [
    ...Object.keys(weights ?? {}).flatMap((code) => (known.has(code) ? [] : [fault([...at, 'weights', code], 'unknown-criterion', { value: code })])),
    ...(weights === undefined || sum === 100 ? [] : [fault([...at, 'weights'], 'weights-sum', { sum })]),
    ...Object.keys(anchors ?? {}).flatMap((code) =>
      asked.includes(code) ? [] : [fault([...at, 'anchors', code], 'unknown-criterion', { value: code })],
    ),
  ]
  if (scale === undefined) return anchors === undefined ? faults : [...faults, fault([...at, 'scale'], 'missing')]
  if (scale.min >= scale.max) return [...faults, fault([...at, 'scale', 'min'], 'above-maximum', { minimum: scale.min, maximum: scale.max })]
  const steps = scale.max - scale.min + 1
  return [
    ...faults,
    ...asked.flatMap((code) => {
      const found = anchors?.[code]?.length ?? 0
      return found === steps ? [] : [fault([...at, 'anchors', code], 'anchors-count', { expected: steps, found })]
    }),
  ]
}

function hiddenFaults({ hides, hidesQuestions, happens }: ReviewStage, at: readonly PropertyKey[], { form }: Around): EditionFault[] {
  const questions = new Set(locatedQuestions(form).map(({ question }) => question.code))
  return [
    ...hides.flatMap((one, place) => (hides.indexOf(one) === place ? [] : [fault([...at, 'hides', place], 'repeated', { value: one })])),
    // People meet at a place, which is in a region.
    ...(happens === 'interview' && hides.includes('region') ? [fault([...at, 'hides', hides.indexOf('region')], 'not-in-interview')] : []),
    ...hidesQuestions.flatMap((code, place) =>
      questions.has(code) ? [] : [fault([...at, 'hidesQuestions', place], 'unknown-question', { value: code })],
    ),
  ]
}
