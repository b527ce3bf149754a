/** axe-core over a page, in words: which rule, and where. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Of brothers that are alike in everything but their words and addresses (the rows of a list of 179), all after the
 * second: what holds of two of them holds of all, and axe takes seconds for a long list. An attribute is told by its value
 * unless only its being there matters; a text by whether there is one.
 */
const ALIKE = `(() => {
  const ONLY_THERE = new Set(['id', 'for', 'href', 'src', 'srcset', 'name', 'value', 'alt', 'title', 'action', 'datetime', 'aria-label', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers'])
  const alike = []
  const shapeOf = (element) => {
    const attributes = [...element.attributes].map(({ name, value }) => (value === '' || !ONLY_THERE.has(name) ? name + '=' + value : name)).sort()
    const counts = new Map()
    const within = [...element.childNodes].map((child) => {
      if (child.nodeType === Node.TEXT_NODE) return child.data.trim() === '' ? '' : 't'
      if (child.nodeType !== Node.ELEMENT_NODE) return ''
      const shape = shapeOf(child)
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
      if (counts.get(shape) > 2) alike.push(child)
      return shape
    })
    return element.tagName + '[' + attributes.join() + '](' + within.join('') + ')'
  }
  shapeOf(document.body)
  return alike
})()`

/**
 * Violations of WCAG 2.2 A and AA. axe takes joined Arabic for an icon font and then skips the contrast of all text in
 * that font; a right-to-left mark after every text keeps it from doing so, and is invisible.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  await evaluate(`${source}; undefined`)
  // A colour on its way, of 120 ms under a pointer, is none that anybody reads: where it arrives is what is looked at.
  await evaluate(
    `Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)).then(() => {})`,
  )
  await evaluate(`{
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = []
    while (walker.nextNode()) if (/[\\u0600-\\u06ff]/.test(walker.currentNode.data)) texts.push(walker.currentNode)
    for (const text of texts) text.data += '\\u200f'
  }; undefined`)
  // Only violations are told of, so of what passes no place is worked out; of what it could load beforehand, media only are read by these rules.
  const found = (await evaluate(`axe.run({ include: document, exclude: ${ALIKE} }, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: { assets: ['media'] },
  }).then((run) => run.violations.flatMap((violation) => violation.nodes.map((node) => violation.id + ': ' + node.target.join(' ') + ' ' + (node.any[0]?.message ?? ''))))`)) as string[]
  await client.detach()
  return found
}
