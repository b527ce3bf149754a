/** A letter on A4, to read on a screen and to print: the mark and the funders first, the funders' sentence last. */
import type { Child, Html } from '#html'
import type { Language } from '../../domain/language.ts'
import { FunderMark, type FunderView } from '../funder.tsx'
import { Mark } from '../mark.tsx'
import { Document } from './document.tsx'

export interface LetterPageProps {
  readonly language: Language
  readonly title: string
  readonly programme: string
  readonly path: string
  readonly funders: readonly FunderView[]
  /** Who it is for and where they are; where and when it was written, and its reference. */
  readonly to: Child
  readonly from: Child
  /** The h1, then the letter. */
  readonly children?: Child
  /** How to appeal, how to verify the letter, what the funders ask to be said: each a paragraph. */
  readonly foot: readonly Child[]
}

export function LetterPage(props: LetterPageProps): Html {
  const { language, title, programme, path } = props
  return (
    <Document
      language={language}
      title={title}
      programme={programme}
      path={path}
      body={
        <main id="main">
          <article class="sheet-a4">
            <div class="row row--between">
              <span class="brand">
                <Mark night={false} />
                <span>{programme}</span>
              </span>
              {props.funders.map((funder) => (
                <FunderMark funder={funder} />
              ))}
            </div>
            <div class="row row--between row--base">
              <div>{props.to}</div>
              <div>{props.from}</div>
            </div>
            {props.children}
            <div class="sheet-a4__foot">
              {props.foot.map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </div>
          </article>
        </main>
      }
    />
  )
}
