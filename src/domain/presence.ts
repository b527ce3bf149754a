/** Who has a draft open: how often a page says so, and how long it is believed. */

/** A page that said nothing for this long is closed. */
export const PRESENT_SECONDS = 45
/** While somebody else is there, and while nobody is. */
export const BEAT_SECONDS = { together: 10, alone: 30 } as const
