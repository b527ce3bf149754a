/** The scene of the public entry: the legs of the stage and one beam of light. One a page. */
import { type Html, trusted } from '#html'
import { SCENE } from './drawings.ts'

export function Scene(): Html {
  return trusted(`<svg class="scene" viewBox="0 0 520 480" preserveAspectRatio="xMinYMax meet" aria-hidden="true">${SCENE}</svg>`)
}
