export type ArgumentKind = 'choice' | 'text' | 'number' | 'tag'
export interface WordsFolder {
  readonly folder: string
  readonly complaints: readonly string[]
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, ArgumentKind>>
  readonly index: string | undefined
}
export function wordsFolders(top?: string): string[]
export function readFolder(folder: string, top?: string): WordsFolder
export function words(options: { checkOnly: boolean; top?: string }): string[]
