/** A visitor without a browser: keeps its cookies, follows nothing by itself, sends forms as a browser without script would. */
export class Visitor {
  private readonly cookies = new Map<string, string>()
  private readonly origin: () => string

  constructor(origin: () => string) {
    this.origin = origin
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.keep(await fetch(this.origin() + path, { redirect: 'manual', headers: { ...this.headers(), ...headers } }))
  }

  /** Sends a form; answers the redirect or the page, as it came. */
  async post(path: string, fields: Readonly<Record<string, string | readonly string[]>>, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string)
    return this.keep(
      await fetch(this.origin() + path, {
        method: 'POST',
        redirect: 'manual',
        body,
        headers: { ...this.headers(), origin: this.origin(), ...headers },
      }),
    )
  }

  /** Enters as one of the cast by the door of the demo. */
  async enterAs(person: string): Promise<void> {
    const answer = await this.post('/fr/demo/entry', { person })
    if (answer.status !== 303 || !(answer.headers.get('location') ?? '').endsWith('/me'))
      throw new Error(`could not enter as ${person}: ${answer.status}`)
  }

  private headers(): Record<string, string> {
    return this.cookies.size === 0 ? {} : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  private keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(name.length + 1)
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}
