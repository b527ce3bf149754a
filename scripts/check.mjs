// npm run check: every check, then every test, in this order; stops at the first that fails.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, root, toolEnvironment } from './node26.mjs'

/** What vitest counted. */
const counts = join(root, '.cache', 'vitest.json')

/** name, command, and the file without which there is nothing to check yet. */
const STEPS = [
  { name: 'types', run: 'tsc -p tsconfig.json' },
  { name: 'types of the domain', run: 'tsc -p src/domain/tsconfig.json', needs: 'src/domain/tsconfig.json' },
  { name: 'types of the islands', run: 'tsc -p src/islands/tsconfig.json', needs: 'src/islands/tsconfig.json' },
  { name: 'lint', run: 'biome ci --diagnostic-level=warn', needs: 'biome.json' },
  { name: 'walls', run: 'depcruise src --config .dependency-cruiser.cjs', needs: '.dependency-cruiser.cjs' },
  { name: 'words', run: 'node scripts/words.mjs --check', needs: 'scripts/words.mjs' },
  { name: 'schema types', run: 'node bin/kawaliss schema --check', needs: 'src/cli/schema.ts' },
  { name: 'tests', run: `vitest run --reporter=default --reporter=json --outputFile.json=${JSON.stringify(counts)}` },
]

/** Runs every step with `environment` beside our own; answers the counts of the tests. A step that fails leaves `failed` at 1 or more. */
export async function check(environment = {}) {
  rmSync(counts, { force: true })
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (const { name, run, needs } of STEPS) {
    if (needs !== undefined && !existsSync(join(root, needs))) {
      console.log(`- ${name}: nothing to check (no ${needs})`)
      continue
    }
    const began = Date.now()
    console.log(`> ${name}`)
    const code = await runStep(run, environment)
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
    if (code !== 0) return { passed: counted().passed, failed: Math.max(1, counted().failed) }
  }
  return counted()
}

async function runStep(command, environment) {
  const child = spawn(command, { cwd: root, shell: true, stdio: 'inherit', env: { ...toolEnvironment(), ...environment } })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

function counted() {
  if (!existsSync(counts)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(counts, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

/** Prints the last line, `N passed, N failed`, and sets the exit code. */
export function conclude({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

if (isMain(import.meta.url)) conclude(await check())
