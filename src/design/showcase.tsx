/** The reference sheet: every component and every state once, in the reader's language. Checked by the tests of the design, shown in the demo. */
import type { Html } from '#html'
import type { Language } from '../domain/language.ts'
import { Head } from './head.tsx'
import { type PublicFrame, PublicPage } from './layout/public-page.tsx'
import { Buttons, Colours, Failures, Scales, States } from './showcase/basics.tsx'
import { FieldsInUse, FormInError } from './showcase/forms.tsx'
import { Lists } from './showcase/lists.tsx'
import { Numbers } from './showcase/numbers.tsx'
import { Pictures } from './showcase/pictures.tsx'
import { Progress } from './showcase/progress.tsx'
import { words } from './showcase/words/index.ts'
import { words as frameWords } from './words/index.ts'

const PATH = '/design'

/** `frame` is that of the programme; without one the sheet makes its own. */
export function Showcase({ language, frame = ownFrame(language) }: { language: Language; frame?: PublicFrame }): Html {
  const t = words(language)
  return (
    <PublicPage language={language} title={t('title')} path={PATH} frame={frame}>
      <div class="wrap section section--tight stack stack--xl">
        <Head title={t('title')} lead={t('lead')} />
        <Colours language={language} />
        <Buttons language={language} />
        <States language={language} />
        <div class="pair pair--half">
          <Failures language={language} />
          <FormInError language={language} />
        </div>
        <FieldsInUse language={language} />
        <Progress language={language} />
        <Numbers language={language} />
        <Lists language={language} />
        <Pictures language={language} />
        <Scales />
      </div>
    </PublicPage>
  )
}

const SECTIONS = ['colours', 'buttons', 'states', 'fields', 'lists'] as const

function ownFrame(language: Language): PublicFrame {
  const t = words(language)
  const links = SECTIONS.map((section) => ({ href: `#${section}`, name: t(section) }))
  return {
    programme: frameWords(language)('frame.product'),
    navigation: links,
    person: null,
    signIn: { href: `/${language}/sign-in`, name: t('sign-in') },
    about: t('about'),
    footer: [{ title: t('contents'), links }],
    funders: [{ name: '', sentence: t('funder'), emblem: 'eu' }],
  }
}
