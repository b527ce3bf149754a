/** Whether a page is valid HTML, in one sentence a fault. */
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Our markup is written on one line, closes what the standard closes, and repeats landmarks only with names.
    'no-trailing-whitespace': 'off',
    'void-style': ['error', { style: 'omit' }],
    'doctype-style': ['error', { style: 'lowercase' }],
    'long-title': 'off',
    'no-inline-style': 'error',
    'no-implicit-button-type': 'off',
    'prefer-native-element': 'off',
    'require-sri': 'off',
    'input-missing-label': 'error',
    'tel-non-breaking': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'svg-focusable': 'off',
    'valid-autocomplete': 'error',
    'no-redundant-role': 'error',
    'wcag/h63': 'off',
  },
})

export async function htmlFaults(markup: string): Promise<string[]> {
  const report = await validator.validateString(markup)
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.selector ?? `line ${message.line}`})`),
  )
}
