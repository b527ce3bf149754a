import { tellEdition } from './story/tell.ts'

tellEdition({ language: 'ar', width: 390, script: false, newcomer: 'e2-tta-003' })
tellEdition({ language: 'fr', width: 1280, script: false, newcomer: 'e2-tta-002' })
tellEdition({ language: 'en', width: 1280, script: false, newcomer: 'e2-or-001' })
