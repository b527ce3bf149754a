/** How files are read, stage by stage, where the edition writes its stages: the sentences are those of its settings. */
import type { Html } from '#html'
import { hiddenNames } from '../../../domain/blindness.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { discussionNames, gridOf, type ReviewStage } from '../../../domain/review-stage.ts'
import { formatList, formatNumber, formatPercent } from '../../../platform/words/format.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'
import { CriterionScale } from './criterion-scale.tsx'

export function StageRules({
  language,
  content,
  stages,
}: {
  language: Language
  content: CallView['content']
  stages: readonly ReviewStage[]
}): Html {
  const t = words(language)
  const { passMark } = content.edition
  return (
    <>
      <div class="stack stack--lg">
        {stages.map((stage, place) => (
          <section class="stack stack--sm" id={`stage-${stage.code}`}>
            <h3>{t('stage.title', { place: place + 1, name: inLanguage(stage.name, language).text })}</h3>
            <div class="prose">
              {sentences(stage, place === stages.length - 1, content, language).map((sentence) => (
                <p>{sentence}</p>
              ))}
            </div>
            <StageGrid stage={stage} content={content} language={language} />
          </section>
        ))}
      </div>
      <p>{t('rules.pass', { points: formatNumber(passMark, language) })}</p>
    </>
  )
}

function sentences(stage: ReviewStage, last: boolean, { form }: CallView['content'], language: Language): string[] {
  const t = words(language)
  const points = (decimal: string): string => formatNumber(decimal, language)
  const labels = form.sections
    .flatMap((section) => section.questions)
    .filter(({ code }) => stage.hidesQuestions.includes(code))
    .map(({ label }) => t('stage.quoted', { text: inLanguage(label, language).text }))
  const hidden = [...hiddenNames(stage).map((one) => t(`stage.hides.${one}`)), ...labels]
  return [
    t(`stage.happens.${stage.happens}`, { readers: stage.readers }),
    t(`stage.mode.${stage.mode}`),
    ...(stage.mode === 'vote' ? [t(`stage.majority.${stage.majority ?? 'simple'}`, { quorum: stage.quorum ?? 1 })] : []),
    ...(stage.divergence === null ? [] : [t('rules.third', { points: points(stage.divergence) })]),
    ...goingOn(stage, last, language),
    Number(stage.share) > 0 ? t('stage.share', { share: formatPercent(Number(stage.share), language) }) : t('stage.no-share'),
    // Orders are handed in together and no mark of one file changes; one reader alone talks to nobody.
    ...(stage.readers > 1 && stage.mode !== 'rank' ? [t(`stage.discussion.${discussionNames(stage)}`)] : []),
    ...(hidden.length === 0 ? [] : [t('stage.hidden', { list: formatList(hidden, language) })]),
  ]
}

/** What takes a file to the next stage, or from the last into the selection. */
function goingOn({ mode, passMark }: ReviewStage, last: boolean, language: Language): string[] {
  const t = words(language)
  if (mode === 'vote') return [t(last ? 'stage.enters-vote' : 'stage.on-vote')]
  if (passMark === null) return last ? [] : [t('stage.on-all')]
  return [t(last ? 'stage.enters' : 'stage.on', { points: formatNumber(passMark, language) })]
}

function StageGrid({ stage, content, language }: { stage: ReviewStage; content: CallView['content']; language: Language }): Html {
  const { criteria, scale } = gridOf(stage, content.criteria, content.edition.scale)
  if (stage.mode === 'vote' || stage.mode === 'rank') return <></>
  return (
    <div class="grid grid--lg">
      {criteria.map((criterion) => (
        <CriterionScale language={language} criterion={criterion} scale={scale} />
      ))}
    </div>
  )
}
