/** Fields whose kind says how they are written: left to right in every language, with the right keyboard and what the browser may fill in. */
import type { Html } from '#html'
import { TextField, type TextFieldProps } from './controls.tsx'

type Known = Omit<TextFieldProps, 'kind' | 'dir'>

export function EmailField(props: Known): Html {
  return <TextField autocomplete="email" {...props} kind="email" />
}

export function PhoneField(props: Known): Html {
  return <TextField autocomplete="tel" width="m" {...props} kind="tel" />
}

export function UrlField(props: Known): Html {
  return <TextField autocomplete="url" {...props} kind="url" />
}

/** A whole number; `unit` stands after the box. */
export function NumberField(props: Known): Html {
  return <TextField width="s" {...props} kind="integer" />
}

/** An amount as its owner writes it; the currency stands outside the box. */
export function MoneyField({ currency, ...props }: Omit<Known, 'unit'> & { currency: string }): Html {
  return <TextField width="s" {...props} kind="money" unit={currency} />
}
