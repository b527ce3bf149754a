/**
 * Keeps the page of a jury session in step with the room: asks every few seconds whether anything changed, and loads the
 * page again when it did. While somebody is typing it says so instead, and the link beside it loads the page. Without it
 * one reloads the page by that link. All its words come from the server.
 */
const EVERY = 3000

const place = document.querySelector<HTMLElement>('[data-jury]')
const news = document.querySelector<HTMLElement>('[data-news]')
let typed = false

document.addEventListener('input', () => (typed = true))

async function look(): Promise<void> {
  if (place === null) return
  const { jury = '', mark = '' } = place.dataset
  try {
    const answer = await fetch(jury, { headers: { accept: 'application/json' } })
    if (answer.ok && ((await answer.json()) as { mark: string }).mark !== mark) {
      if (typed) news?.removeAttribute('hidden')
      // Not the address of the page itself: after a refusal that is the one a form was sent to.
      else location.replace(jury.replace(/\/mark$/, ''))
    }
  } catch {
    // No network: the page stays as it was last seen, and the next look tries again.
  }
}

setInterval(() => {
  if (!document.hidden) void look()
}, EVERY)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void look()
})
