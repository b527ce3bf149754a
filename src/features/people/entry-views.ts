/** What a person sees of how they come in. */
export interface EntryView {
  readonly zone: string
  /** '' for somebody without one. */
  readonly email: string
  readonly passkeys: readonly PasskeyLine[]
  /** Null without a password. */
  readonly passwordSetAt: Date | null
  readonly sessions: readonly SessionLine[]
}

export interface PasskeyLine {
  readonly id: string
  readonly name: string
  /** Browser and system where it was added: 'firefox android', or ''. */
  readonly device: string
  readonly synced: boolean
  readonly addedAt: Date
  readonly usedAt: Date | null
}

export interface SessionLine {
  readonly id: string
  readonly device: string
  /** 'link', 'code', 'passkey', 'password', 'demo'. */
  readonly way: string
  readonly startedAt: Date
  readonly seenAt: Date
  /** The one looking at the page. */
  readonly current: boolean
}
