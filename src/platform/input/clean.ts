/**
 * What people type, made plain before it is checked or kept. Invisible characters come along with what is pasted from
 * messengers, PDF files and right-to-left text; they make equal things differ and can turn a sentence around.
 */

/** Controls that break a line in some programs: vertical tab, form feed, next line, line and paragraph separators. */
const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** All other controls but tab and line feed; direction marks and overrides; zero-width spaces, soft hyphen, byte order mark. */
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
/** Joiners shape Persian words, Indic letters and emoji; more than one in a row, or one beside a space, does nothing. */
const JOINERS = /([\u200c\u200d])[\u200c\u200d]+/g
const IDLE_JOINER = /(?<=^|\s)[\u200c\u200d]|[\u200c\u200d](?=\s|$)/gu

/** A text of several lines: well-formed, NFC, `\n` for line breaks, nothing invisible, no space at the end of a line, trimmed. Never throws. */
export function cleanText(raw: string): string {
  const visible = raw.toWellFormed().replace(LINE_BREAKS, '\n').replace(INVISIBLE, '')
  const joined = visible.replace(JOINERS, '$1').replace(IDLE_JOINER, '')
  const lines = joined.normalize('NFC').split('\n')
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** The same for one line: line breaks, tabs and runs of spaces become one space. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/[\n\t ]+/g, ' ')
}

/** Arabic-Indic (٠–٩) and Persian (۰–۹) digits as 0–9; everything else as it is. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
