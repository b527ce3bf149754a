/**
 * Gives a file in pieces (tus 1.0), and goes on where it stopped: after a cut, on another network, on another visit when
 * the same file is chosen again. Without it the button "give this file" sends the file with the form. It says how much
 * of how much has gone, can be paused and given up, and never holds the form back. All its words come from the page.
 */
const PIECE = 262_144
const AGAIN = 4000

type Words = Readonly<Record<'upload' | 'sending' | 'paused' | 'waiting' | 'pause' | 'resume' | 'cancel' | 'done' | 'failed' | 'mb' | 'kb', string>>

/** Storage may be full, forbidden or absent: then an upload is not found again on another visit. */
function stored(name: string, value?: string | null): string | null {
  try {
    if (value === null) localStorage.removeItem(name)
    else if (value !== undefined) localStorage.setItem(name, value)
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** A "no" of the server, to be read. */
class No extends Error {}

for (const place of document.querySelectorAll<HTMLElement>('[data-upload]')) {
  const box = place.querySelector<HTMLElement>('[data-box]')
  const input = box?.querySelector<HTMLInputElement>('input')
  if (box && input) ready(place, box, input)
}

function ready(place: HTMLElement, box: HTMLElement, input: HTMLInputElement): void {
  const words = { ...place.dataset } as Words
  const list = place.querySelector('[data-files]') as HTMLElement
  const button = box.querySelector('button') as HTMLButtonElement
  const line = box.appendChild(document.createElement('div'))
  const [text, bar] = [document.createElement('p'), document.createElement('progress')]
  text.setAttribute('role', 'status')
  text.className = 'sm'
  bar.className = 'w100'
  line.className = 'stack stack--xs'
  line.hidden = true
  const row = document.createElement('div')
  row.className = 'row row--tight'
  const [pause, cancel] = [words.pause, words.cancel].map((word) => {
    const made = row.appendChild(document.createElement('button'))
    made.type = 'button'
    made.className = 'btn btn--quiet btn--sm'
    made.textContent = word
    return made
  }) as [HTMLButtonElement, HTMLButtonElement]
  line.append(text, bar, row)

  let file: File | undefined
  let [url, offset, paused] = ['', 0, false]
  let asking: AbortController | null = null

  const size = (bytes: number): string => {
    const [word, unit] = bytes < 1e6 ? [words.kb, 1e3] : [words.mb, 1e6]
    return word.replace('{n}', (bytes / unit).toFixed(unit > 1e3 ? 1 : 0))
  }
  const say = (word: string): void => {
    const total = file?.size ?? 0
    const percent = String(Math.floor((100 * offset) / (total || 1)))
    text.textContent = word.replace('{sent}', size(offset)).replace('{total}', size(total)).replace('{percent}', percent)
    bar.max = total || 1
    bar.value = offset
  }
  /** The same file chosen again: by its name, weight and date. */
  const key = (): string => `upload ${words.upload.slice(4)} ${file?.name} ${file?.size} ${file?.lastModified}`

  const ask = async (method: string, to: string, headers: Record<string, string> = {}, body?: Blob): Promise<Response> => {
    asking = new AbortController()
    const answer = await fetch(to, { method, headers: { 'tus-resumable': '1.0.0', ...headers }, signal: asking.signal, ...(body ? { body } : {}) })
    if (answer.status >= 500 && answer.status !== 507) throw new Error()
    return answer
  }
  const refused = async (answer: Response): Promise<never> => {
    const { refused: no } = await answer.json().catch(() => ({}))
    throw new No(no?.sentence ?? words.failed)
  }

  /** Where it stands: begun now, or gone on with. False when the server knows no more of it though all had gone. */
  const find = async (chosen: File): Promise<boolean> => {
    url = stored(key()) ?? ''
    if (url) {
      const answer = await ask('HEAD', url)
      if (answer.ok) {
        offset = Number(answer.headers.get('upload-offset'))
        return true
      }
      const all = offset > 0 && offset + PIECE >= chosen.size
      stored(key(), null)
      if (all) return false
    }
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(chosen.name)))
    const answer = await ask('POST', `${words.upload}/uploads`, { 'upload-length': `${chosen.size}`, 'upload-metadata': `filename ${name}` })
    if (answer.status !== 201) await refused(answer)
    offset = 0
    url = answer.headers.get('location') ?? ''
    stored(key(), url)
    return true
  }

  const send = async (chosen: File): Promise<void> => {
    if (!(await find(chosen))) return
    while (!paused) {
      say(words.sending)
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': `${offset}` }
      const answer = await ask('PATCH', url, headers, chosen.slice(offset, offset + PIECE))
      if (answer.status === 409 && answer.headers.get('content-type')?.includes('json') !== true) return send(chosen)
      if (!answer.ok) await refused(answer)
      offset = Number(answer.headers.get('upload-offset'))
      if (offset >= chosen.size) return
    }
  }

  const show = async (times = 0): Promise<void> => {
    const part = await fetch(`${words.upload}/files`, { headers: { 'x-part': '1' } })
    if (part.ok) list.innerHTML = await part.text()
    box.hidden = list.querySelectorAll('button[name=remove]').length >= Number(place.dataset.max)
    // Until it was checked a file cannot be played: the list is looked at again.
    if (list.querySelector('[data-s=wait]') && times < 8) setTimeout(() => show(times + 1), AGAIN * (times + 1))
  }

  const end = (word: string): void => {
    stored(key(), null)
    file = undefined
    input.value = ''
    button.hidden = false
    row.hidden = bar.hidden = true
    text.textContent = word
  }

  const run = async (): Promise<void> => {
    const chosen = file
    if (!chosen) return
    button.hidden = true
    line.hidden = row.hidden = bar.hidden = false
    pause.textContent = words.pause
    try {
      await send(chosen)
      if (paused || file !== chosen) return
      end(words.done)
      await show()
    } catch (error) {
      if (paused || file !== chosen) return
      if (error instanceof No) return end(error.message)
      say(words.waiting)
      setTimeout(() => file === chosen && !paused && run(), AGAIN)
    }
  }

  input.addEventListener('change', () => {
    file = input.files?.[0]
    offset = 0
    paused = false
    run()
  })
  pause.addEventListener('click', () => {
    paused = !paused
    if (!paused) return run()
    asking?.abort()
    say(words.paused)
    pause.textContent = words.resume
  })
  cancel.addEventListener('click', () => {
    asking?.abort()
    if (url) ask('DELETE', url).catch(() => {})
    end('')
  })
  addEventListener('online', () => !paused && line.textContent?.includes(words.waiting) && run())
}
