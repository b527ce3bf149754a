/** Path of a browser that runs, or null. */
export function findChromium(): string | null
/** As `findChromium`, installing Debian's package where that may be done. Rejects with what to do. */
export function ensureChromium(): Promise<string>
