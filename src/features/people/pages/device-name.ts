/** A device in words: "Firefox on Android". */
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'

/** `device` as kept: 'firefox android', or '' for one that did not say. */
export function deviceName(device: string, language: Language): string {
  const t = words(language)
  const [browser = '', system = ''] = device.split(' ')
  if (!t.has(`browser.${browser}`) || !t.has(`system.${system}`)) return t('device.unknown')
  return t('device.name', { browser: t.any(`browser.${browser}`), system: t.any(`system.${system}`) })
}
