/** axe-core over a page, in words: which rule, and where. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Violations of WCAG 2.2 A and AA. axe takes joined Arabic for an icon font and then skips the contrast of all text in
 * that font; a right-to-left mark after every text keeps it from doing so, and is invisible.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  const evaluate = async (expression: string): Promise<unknown> =>
    (await client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value
  await evaluate(source)
  // A colour on its way, of 120 ms under a pointer, is none that anybody reads: where it arrives is what is looked at.
  await evaluate(`Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished))`)
  await evaluate(`{
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = []
    while (walker.nextNode()) if (/[\\u0600-\\u06ff]/.test(walker.currentNode.data)) texts.push(walker.currentNode)
    for (const text of texts) text.data += '\\u200f'
  }`)
  const found = await evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then((run) => run.violations.flatMap((violation) => violation.nodes.map((node) => violation.id + ': ' + node.target.join(' ') + ' ' + (node.any[0]?.message ?? ''))))`)
  await client.detach()
  return found as string[]
}
