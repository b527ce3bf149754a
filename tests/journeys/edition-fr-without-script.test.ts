import { tellEdition } from './story/tell.ts'

tellEdition({ language: 'fr', width: 1280, script: false, newcomer: 'e2-tta-002' })
