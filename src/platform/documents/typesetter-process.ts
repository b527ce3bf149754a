/** A process of its own: takes one document at a time and answers with its bytes, or with what is wrong in the template. Ends with its parent. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { faces, templates } from './place.ts'
import type { Answer, Job } from './typesetter.ts'

/** Archival and tagged for screen readers; the second is for text that no archival file may hold, such as a mark on a letter of another font. */
const STANDARDS = ['a-2a', '1.7'] as const
/** Results of earlier documents are kept for so many documents: fonts and pictures stay warm, texts do not pile up. */
const KEPT = 10

let started: NodeCompiler | undefined

/** Loaded at the first document, so that a machine without its native part says so in an answer. */
async function compiler(): Promise<NodeCompiler> {
  if (started === undefined) {
    const typst = await import('@myriaddreamin/typst-ts-node-compiler')
    started = typst.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(face)) }] })
  }
  return started
}

function typeset(typst: NodeCompiler, job: Job): Uint8Array {
  const main = 'file' in job.template ? { mainFilePath: join(templates, job.template.file) } : { mainFileContent: job.template.source }
  const compiled = typst.compile({ ...main, inputs: { d: job.data, language: job.language } })
  const error = compiled.takeError()
  if (error !== null) {
    const faults: readonly { message: string }[] = typst.fetchDiagnostics(error)
    throw new Error(faults.map(({ message }) => message).join('; '))
  }
  if (compiled.result === null) throw new Error('nothing was printed')
  for (const pdfStandard of STANDARDS) {
    try {
      return typst.pdf(compiled.result, { pdfStandard, creationTimestamp: job.seconds })
    } catch {}
  }
  throw new Error('the pages could not be written as a file')
}

async function answer(job: Job): Promise<Answer> {
  const pictureAt = (name: string): string => join(templates, 'pictures', name)
  try {
    const typst = await compiler()
    for (const [name, bytes] of job.files) typst.mapShadow(pictureAt(name), Buffer.from(bytes))
    try {
      return { bytes: new Uint8Array(typeset(typst, job)) }
    } finally {
      for (const name of job.files.keys()) typst.unmapShadow(pictureAt(name))
      typst.evictCache(KEPT)
    }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (job: Job) => void answer(job).then((made) => process.send?.(made)))
process.once('disconnect', () => process.exit())
