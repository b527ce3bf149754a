/** Loaded into a measured process (`node --import`): tells its parent, when asked, what it has used so far. */
export interface Used {
  /** Milliseconds of processor time since it began, its own and the system's on its behalf. */
  readonly cpu: number
  /** Bytes of memory it holds (resident set). */
  readonly rss: number
}

process.on('message', (question) => {
  if (question !== 'used') return
  const { user, system } = process.cpuUsage()
  process.send?.({ used: { cpu: (user + system) / 1000, rss: process.memoryUsage.rss() } satisfies Used })
})
// A run that was killed leaves no server behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The line to the parent keeps no process alive that wants to end.
process.channel?.unref()
