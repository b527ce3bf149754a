/** Reads a zip that a page gave, such as a workbook. */
import { inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'

/** The parts of a zip by its directory, each against the size and checksum told there. */
export function partsOf(zip: Buffer): Map<string, string> {
  const end = zip.length - 22
  const found = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size, name] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    const text = inflateRawSync(zip.subarray(local + 30 + name, local + 30 + name + packed))
    expect(text.length).toBe(size)
    found.set(zip.toString('utf8', at + 46, at + 46 + name), text.toString('utf8'))
    at += 46 + name
  }
  return found
}
