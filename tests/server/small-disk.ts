/** A disk of its own that is soon full, where this machine lets us make one. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folder of a disk of 1.5 MB; null where none may be made. */
export function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

export function removeDisk(disk: string | null): void {
  if (disk === null) return
  execFileSync('umount', [disk])
  rmSync(disk, { recursive: true })
}
