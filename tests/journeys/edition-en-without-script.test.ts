import { tellEdition } from './story/tell.ts'

tellEdition({ language: 'en', width: 1280, script: false, newcomer: 'e2-or-001' })
