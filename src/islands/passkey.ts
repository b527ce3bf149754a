/**
 * Coming in with the key of this device, and adding one. Without it (no script, or a browser that knows no passkeys) what
 * it works on stays hidden, and one comes in by the mailed link. Where the browser offers keys in the box of the address,
 * they are offered there too. All its words come from the page.
 */
type Piece = Record<string, string>

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

/** A "no" of the server, to be read. */
class No extends Error {}

async function ask(to: string, fields: Piece = {}) {
  const answer = await fetch(to, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'application/json' } })
  const said = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new No(said.refused?.sentence)
  return said
}

/** What the device answered, as the server reads it. */
function written(key: PublicKeyCredential): string {
  const response: Piece = {}
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    const part = (key.response as unknown as Record<string, ArrayBuffer | null | undefined>)[name]
    if (part) response[name] = text(part)
  }
  const transports = (key.response as AuthenticatorAttestationResponse).getTransports?.()
  return JSON.stringify({ id: key.id, rawId: key.id, type: key.type, response: { ...response, transports }, clientExtensionResults: {} })
}

const box = document.querySelector<HTMLElement>('[data-passkey]')
if (box && window.PublicKeyCredential) {
  const { passkey: to = '', failed = '', back = '' } = box.dataset
  const line = box.querySelector('[role=alert]') as HTMLElement
  const button = box.querySelector('button') as HTMLButtonElement
  const isNew = box instanceof HTMLFormElement
  let waiting: AbortController | undefined

  const run = async (quiet?: boolean): Promise<void> => {
    waiting?.abort()
    waiting = new AbortController()
    const { signal } = waiting
    line.textContent = ''
    try {
      const publicKey = await ask(`${to}/challenge`)
      publicKey.challenge = bytes(publicKey.challenge)
      for (const key of publicKey.excludeCredentials ?? []) key.id = bytes(key.id)
      if (isNew) publicKey.user.id = bytes(publicKey.user.id)
      const mediation = quiet ? { mediation: 'conditional' as const } : {}
      const key = await (isNew ? navigator.credentials.create({ publicKey, signal }) : navigator.credentials.get({ publicKey, signal, ...mediation }))
      const name = isNew ? new FormData(box).get('name') : ''
      location.assign((await ask(to, { answer: written(key as PublicKeyCredential), name: `${name}`, return_to: back })).to)
    } catch (error) {
      // Another try has begun, or the browser has offered keys that nobody took.
      if (!signal.aborted && (!quiet || error instanceof No)) line.textContent = (error instanceof No && error.message) || failed
    }
    button.removeAttribute('aria-busy')
  }

  box.hidden = false
  for (const other of document.querySelectorAll<HTMLElement>('[data-without-passkey]')) other.hidden = true
  box.addEventListener(isNew ? 'submit' : 'click', (event) => {
    if (!isNew && event.target !== button) return
    event.preventDefault()
    button.setAttribute('aria-busy', 'true')
    run()
  })
  if (!isNew) PublicKeyCredential.isConditionalMediationAvailable?.().then((can) => (can ? run(true) : undefined))
}
