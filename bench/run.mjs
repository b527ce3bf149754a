// node bench/run.mjs [name…] [--rounds 5] [--seconds 3]: the measures (measure.ts), on the Node that Kawaliss runs on.
import { join } from 'node:path'
import { handOver, root } from '../scripts/node26.mjs'
import { setup } from '../scripts/setup.mjs'

await setup({ development: true })
await handOver(join(root, 'bench', 'measure.ts'), process.argv.slice(2))
