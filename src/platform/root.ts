/** The folder Kawaliss lies in: migrations, built assets and templates are read from it while running. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder above this code with a package.json: the same whether it runs from src/ or from dist/. */
export const root = above(import.meta.dirname)

export const migrationsFolder = join(root, 'migrations')

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (folder === dirname(folder)) throw new Error('No package.json above the program: Kawaliss was copied in part.')
  return above(dirname(folder))
}
