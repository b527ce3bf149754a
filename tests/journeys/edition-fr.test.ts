import { tellEdition } from './story/tell.ts'

tellEdition({ language: 'fr', width: 1280, script: true, newcomer: 'e2-tta-002' })
