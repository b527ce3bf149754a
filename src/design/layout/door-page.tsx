/** The side door: sign-in, on the night of the stage. */
import { type Child, type Html, trusted } from '#html'
import { SCENE } from '../drawings.ts'
import { Document, type DocumentProps } from './document.tsx'
import { Foot, type PublicFrame, Top } from './public-page.tsx'

export interface DoorPageProps extends Omit<DocumentProps, 'programme' | 'listed'> {
  readonly frame: PublicFrame
  /** With its question mark: kept when one changes the language. */
  readonly query?: string
  readonly children?: Child
}

/** `children` stand in the card of the door; the first of them is the h1. */
export function DoorPage(props: DoorPageProps): Html {
  return (
    <Document
      {...props}
      programme={props.frame.programme}
      body={
        <>
          <Top {...props} night />
          <main id="main" class="night hero door">
            <div class="wrap hero__in">
              <div class="card door__card stack">{props.children}</div>
            </div>
            {trusted(`<svg class="scene scene--door" viewBox="0 0 520 480" preserveAspectRatio="xMinYMax meet" aria-hidden="true">${SCENE}</svg>`)}
          </main>
          <Foot frame={props.frame} whole={false} />
        </>
      }
    />
  )
}
