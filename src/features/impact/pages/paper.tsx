/** The text of a communiqué on paper, each figure a link to what it counts. */
import type { Html } from '#html'
import { Figure } from '../../../design/figure.tsx'
import type { CommuniqueText } from '../../../domain/communique.ts'
import { direction, type Language } from '../../../domain/language.ts'
import { type PrintedFigure, printText } from '../print-text.ts'

export interface PaperProps {
  /** Language of the text, which at the desk need not be that of the page. */
  readonly text: Language
  readonly language: Language
  readonly content: CommuniqueText
  readonly figures: ReadonlyMap<string, PrintedFigure>
  readonly eyebrow: string
  /** At the desk a figure shows as a token, with those in `moved` amber; on the public page as a figure. */
  readonly tokens?: { readonly moved: ReadonlySet<string> }
  readonly level: 1 | 2
}

export function Paper(props: PaperProps): Html {
  const { text, content, level } = props
  const title = <Line {...props} source={content.title[text]} />
  return (
    <article class="paper prose" lang={text} dir={direction(text)}>
      <p class="muted">{props.eyebrow}</p>
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      {content.body[text].map((source) => (
        <p>
          <Line {...props} source={source} />
        </p>
      ))}
    </article>
  )
}

function Line({ source, text, language, figures, tokens }: PaperProps & { source: string }): Html {
  return (
    <>
      {printText(source, text, figures).map((piece) => {
        if (piece.reference === null) return piece.text
        const href = `/${language}/figures/${piece.reference}`
        if (tokens === undefined) return <Figure value={piece.text} reference={piece.reference} href={href} />
        return (
          <a class="ins" href={href} data-w={tokens.moved.has(piece.reference) ? '1' : undefined}>
            <b>
              <bdi>{piece.text}</bdi>
            </b>
            <sup>{piece.reference}</sup>
          </a>
        )
      })}
    </>
  )
}
