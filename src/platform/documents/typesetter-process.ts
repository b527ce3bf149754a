/** A process of its own: takes one document at a time and answers with its bytes, or with what is wrong in the template. Ends with its parent. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { faces, templates } from './place.ts'
import { answerJobs } from '../apart/answering.ts'
import type { Job } from './typesetter.ts'

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
  const printed = compiled(typst, job)
  return job.as === 'picture' ? pictureIn(typst.plainSvg(printed)) : pdf(typst, printed, job)
}

/** A picture put on a page is written there whole, as it would stand alone. */
function pictureIn(page: string): Uint8Array {
  const picture = /data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/.exec(page)?.[1]
  if (picture === undefined) throw new Error('there is no picture on the page')
  return Buffer.from(picture, 'base64')
}

function compiled(typst: NodeCompiler, job: Job): NodeTypstDocument {
  const main = 'file' in job.template ? { mainFilePath: join(templates, job.template.file) } : { mainFileContent: job.template.source }
  const outcome = typst.compile({ ...main, inputs: { d: job.data, language: job.language } })
  const error = outcome.takeError()
  if (error !== null) {
    const faults: readonly { message: string }[] = typst.fetchDiagnostics(error)
    throw new Error(faults.map(({ message }) => message).join('; '))
  }
  if (outcome.result === null) throw new Error('nothing was printed')
  return outcome.result
}

function pdf(typst: NodeCompiler, printed: NodeTypstDocument, job: Job): Uint8Array {
  for (const pdfStandard of STANDARDS) {
    try {
      return typst.pdf(printed, { pdfStandard, creationTimestamp: job.seconds })
    } catch {}
  }
  throw new Error('the pages could not be written as a file')
}

answerJobs(async (job: Job): Promise<Uint8Array> => {
  const pictureAt = (name: string): string => join(templates, 'pictures', name)
  const typst = await compiler()
  for (const [name, bytes] of job.files) typst.mapShadow(pictureAt(name), Buffer.from(bytes))
  try {
    return new Uint8Array(typeset(typst, job))
  } finally {
    for (const name of job.files.keys()) typst.unmapShadow(pictureAt(name))
    typst.evictCache(KEPT)
  }
})
