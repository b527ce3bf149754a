import { tellEdition } from './story/tell.ts'

tellEdition({ language: 'ar', width: 390, script: false, newcomer: 'e2-tta-003' })
