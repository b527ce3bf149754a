// npm start: from a fresh clone to a running Kawaliss. (package.json says `exec`, so that the SIGTERM npm passes on
// reaches this process; a shell between the two would keep it.)
import { launch } from './launch.mjs'

await launch(['up', ...process.argv.slice(2)])
