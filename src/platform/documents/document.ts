/**
 * What the three templates print. All strings are in one language and printed as they stand: nothing in them is markup.
 * Put references, phones and amounts that stand inside Arabic sentences between U+2066 and U+2069 (`isolated`
 * of platform/isolate); values that stand alone (cells, facts) are set left to right without it.
 */

/** Text, or parts of which some are strong. */
export type Words = string | readonly (string | { readonly strong: string })[]

/** A picture inside a document. `alt` says what it shows; empty for one that only decorates. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly format: 'svg' | 'png' | 'jpg'
  readonly alt: string
}

export interface Column {
  readonly label: string
  /** `end` for figures. */
  readonly align?: 'start' | 'end'
  /** Share of the width left over; without it the column is as wide as its longest cell. Give one to every column of long texts. */
  readonly width?: number
}

export interface Table {
  readonly caption?: Words
  readonly columns: readonly Column[]
  /** As many cells as columns; the first cell of a row is its heading. */
  readonly rows: readonly (readonly Words[])[]
  /** How many of the last rows are totals, set in strong. */
  readonly totals?: number
  /** Kept on one page: for a table that is shorter than one. */
  readonly whole?: boolean
}

/** Label and value. */
export type Fact = readonly [label: string, value: Words]

/** A block of running text. A plain string is a paragraph. */
export type Part =
  | Words
  | { readonly heading: string }
  | { readonly small: Words }
  | { readonly list: readonly Words[]; readonly ordered?: boolean }
  | { readonly facts: readonly Fact[] }
  | { readonly table: Table }
  | { readonly hash: string }

/** What begins and ends every document. */
export interface Sheet {
  /** Title of the file, shown by readers in place of the file name. */
  readonly title: string
  readonly organisation: string
  readonly mark?: Picture
  readonly funding?: { readonly text: string; readonly emblem?: Picture }
  /** How the document can be checked: a sentence ending in the address, then a label and the hash, and a code to scan. */
  readonly verification?: {
    readonly sentence: string
    /** The address as printed, and as followed. */
    readonly address: string
    readonly href: string
    readonly label?: string
    readonly hash?: string
    readonly code?: Picture
  }
  /** Legal and funding sentences at the end of the last page. */
  readonly foot?: readonly Words[]
  /** Sentence for page numbers, with `{page}` and `{pages}`; only printed when there are two pages or more. */
  readonly pages?: string
}

export interface Letter extends Sheet {
  /** First line strong: the name. */
  readonly addressee: readonly [string, ...string[]]
  /** Place and date, in words. */
  readonly date: string
  readonly reference: string
  readonly subject: string
  readonly body: readonly Part[]
  readonly signature?: { readonly name: string; readonly lines: readonly string[] }
  /** Space kept for the answer of the addressee. */
  readonly reply?: { readonly title: string; readonly lines: readonly string[] }
}

export interface Receipt extends Sheet {
  readonly number: { readonly label: string; readonly value: string }
  readonly time: { readonly label: string; readonly value: string; readonly note?: string }
  readonly facts: readonly Fact[]
  readonly sections: readonly {
    readonly title: string
    readonly answers: readonly { readonly question: Words; readonly answer: string | readonly Part[] }[]
  }[]
  /** SHA-256 in hexadecimal. */
  readonly hash?: { readonly title: string; readonly sentence: string; readonly value: string }
}

export interface Tables extends Sheet {
  readonly landscape?: boolean
  readonly date: string
  readonly reference: string
  readonly body: readonly Part[]
  readonly signatures?: { readonly title: string; readonly boxes: readonly { readonly name: string; readonly role: string }[] }
}

/** The templates and what each prints. */
export interface Templates {
  letter: Letter
  receipt: Receipt
  table: Tables
}
