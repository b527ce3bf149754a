export { loadViewer } from '../../src/demo/load/context.ts'
