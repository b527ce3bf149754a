import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Html } from '#html'
import { htmlFaults } from '../../tests/server/valid-html.ts'
import { LANGUAGES, type Language } from '../domain/language.ts'
import { ButtonLink } from './button.tsx'
import { Card } from './card.tsx'
import { TextField } from './form/controls.tsx'
import { ErrorSummary } from './form/error-summary.tsx'
import { Head } from './head.tsx'
import { DoorPage } from './layout/door-page.tsx'
import { GhostPage } from './layout/ghost-page.tsx'
import { LetterPage } from './layout/letter-page.tsx'
import { type PublicFrame, PublicPage, ReadingPage } from './layout/public-page.tsx'
import { type StaffFrame, StaffPage } from './layout/staff-page.tsx'
import { shownPages } from './pagination.tsx'
import { Poster } from './poster.tsx'
import { Showcase } from './showcase.tsx'
import { words } from './words/index.ts'

const frame: PublicFrame = {
  programme: 'Kawaliss',
  navigation: [
    { href: '/fr', name: 'Programme' },
    { href: '/fr/calls/2024', name: 'Appel', current: true },
  ],
  person: { name: 'Hajar G.', href: '/fr/me' },
  signIn: { href: '/fr/sign-in', name: 'Connexion' },
  about: 'L’incubateur.',
  footer: [{ title: 'Aide', links: [{ href: '/fr/calls/2024#questions', name: 'Questions' }] }],
  funders: [
    { name: 'UE', sentence: 'Cofinancé par l’Union européenne', emblem: 'eu' },
    { name: 'Autre', sentence: 'Avec un soutien', emblem: null },
  ],
}

const desk: StaffFrame = {
  programme: 'Kawaliss',
  edition: 'Édition 2 · 2024',
  home: '/fr/desk/2024',
  cues: [
    { number: 1, name: 'Appel', href: '/fr/desk/2024/call', progress: 'done' },
    { number: 3, name: 'Éligibilité', href: '/fr/desk/2024/eligibility', progress: 'live', current: true },
    { number: 4, name: 'Sélection', href: '/fr/desk/2024/selection', progress: 'next' },
  ],
  always: [{ name: 'Agenda', href: '/fr/desk/2024/calendar', icon: 'cal' }],
  person: { name: 'Nadia R.', href: '/fr/me' },
}

const LAYOUTS: Readonly<Record<string, (language: Language) => Html>> = {
  showcase: (language) => <Showcase language={language} />,
  'public page': (language) => (
    <PublicPage language={language} title="Appel" path="/calls/2024" frame={frame} listed description="L’appel" night said="Fait" query="?a=1">
      <div class="wrap">
        <h1>Appel</h1>
      </div>
    </PublicPage>
  ),
  'reading page': (language) => (
    <ReadingPage language={language} title="Partie" path="/applications/1" frame={frame} error islands={['draft']} said="Fait" theme="dark">
      <ErrorSummary language={language} errors={[{ field: 'who.name', message: 'Écrivez votre nom' }]} />
      <h1>Partie</h1>
      <form method="post" action="/fr/applications/1">
        <TextField name="who.name" label="Nom" hint="Comme sur la carte" error="Écrivez votre nom" value="" />
      </form>
    </ReadingPage>
  ),
  'staff page': (language) => (
    <StaffPage language={language} title="Desk" path="/desk/2024" frame={desk} said="Fait">
      <Head title="Desk" lead="231 candidatures" eyebrow="Édition 2">
        <ButtonLink href="/fr/desk/2024">Suivant</ButtonLink>
      </Head>
      <Card title="Une carte" lit tight aside={<a href="/fr">Tout</a>}>
        <p>Texte</p>
      </Card>
    </StaffPage>
  ),
  'door page': (language) => (
    <DoorPage language={language} title="Entrer" path="/sign-in" frame={frame}>
      <h1 class="door__h">Entrer</h1>
    </DoorPage>
  ),
  'ghost page': (language) => (
    <GhostPage language={language} title="Rien" path="/x" sentence="Rien ici." ways={[{ href: '/fr/x', name: 'Encore' }]} />
  ),
  'ghost page in a frame': (language) => <GhostPage language={language} title="Rien" path="/x" sentence="Rien ici." frame={frame} />,
  letter: (language) => (
    <LetterPage language={language} title="Lettre" path="/l" programme="Kawaliss" funders={frame.funders} to="Hajar" from="Rabat" foot={['Recours']}>
      <h1>Votre projet est sélectionné</h1>
    </LetterPage>
  ),
}

const everyPage = Object.entries(LAYOUTS).flatMap(([name, make]) => LANGUAGES.map((language) => ({ name, language, page: make(language).markup })))

describe('every layout and every component, in three languages', () => {
  test.each(everyPage)('$name in $language is valid HTML', async ({ page }) => {
    expect(await htmlFaults(`<!doctype html>\n${page}`)).toEqual([])
  })

  test.each(everyPage)('$name in $language has one h1, one main, its language and its direction', ({ page, language }) => {
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
    expect(page.match(/<main id="main"/g)).toHaveLength(1)
    expect(page).toMatch(new RegExp(`^<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`))
  })

  test.each(everyPage)('$name in $language has no style attribute, no inline script and no handler', ({ page }) => {
    expect(page.match(/ style=| on[a-z]+=|<style|<script(?![^>]* src=)/g)).toBeNull()
  })

  test.each(everyPage)('$name in $language points only at parts it has: labels, descriptions, anchors, icons', ({ page }) => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const named = [...page.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)].flatMap(([, list]) => (list as string).split(' '))
    const anchors = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id as string)
    expect([...named, ...anchors].filter((id) => !ids.has(id))).toEqual([])
  })

  test('carries the drawings of the icons it uses, and of no other', () => {
    for (const { page } of everyPage) {
      const drawn = [...page.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id)
      const used = new Set([...page.matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id))
      expect(drawn.toSorted()).toEqual([...used].sort())
    }
  })

  test('leaves no component aside: each file stands on the reference sheet or in a layout', () => {
    const folder = import.meta.dirname
    const shown = ['showcase.tsx', ...['showcase', 'layout'].flatMap((part) => readdirSync(join(folder, part)).map((name) => join(part, name)))]
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    const components = ['', 'form/'].flatMap((part) =>
      readdirSync(join(folder, part))
        .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
        .map((name) => part + name),
    )
    expect(components.filter((file) => file !== 'showcase.tsx' && !shown.includes(`/${file}'`))).toEqual([])
  })
})

describe('the frame of a page', () => {
  const publicPage = (language: Language): string => String(LAYOUTS['public page']?.(language))

  test('leads to the same page in the other languages, with its query', () => {
    expect(publicPage('fr')).toContain(
      '<a href="/ar/calls/2024?a=1" lang="ar" hreflang="ar">العربية</a><span lang="fr" aria-current="true">Français</span>',
    )
    expect(publicPage('ar')).toContain('<a href="/en/calls/2024?a=1" lang="en" hreflang="en">English</a>')
  })

  test('loads beforehand the text font of its own language only', () => {
    const loaded = (language: Language) =>
      [...publicPage(language).matchAll(/rel="preload" href="\/assets\/readex-pro-(\w+)-/g)].map(([, script]) => script)
    expect(LANGUAGES.map(loaded)).toEqual([['arabic'], ['latin'], ['latin']])
  })

  test('names its translations when it is listed, and asks search engines away when it is not', () => {
    expect(publicPage('fr').match(/rel="alternate" hreflang="(ar|fr|en)" href="\/\1\/calls\/2024"/g)).toHaveLength(3)
    expect(publicPage('fr')).not.toContain('noindex')
    expect(String(LAYOUTS['staff page']?.('fr'))).toContain('<meta name="robots" content="noindex">')
  })

  test('says first in its title that there are errors, in each language', () => {
    const titles = LANGUAGES.map((language) => /<title>(.*?)<\/title>/.exec(String(LAYOUTS['reading page']?.(language)))?.[1])
    expect(titles).toEqual(['خطأ: Partie · Kawaliss', 'Erreur\u00a0: Partie · Kawaliss', 'Error: Partie · Kawaliss'])
  })

  test('says of each stage whether it is over or under way in words, not by colour alone', () => {
    const page = String(LAYOUTS['staff page']?.('en'))
    expect(page).toContain('Appel<span class="vh"> (done)</span>')
    expect(page).toContain('Éligibilité<span class="vh"> (under way)</span>')
    expect(page).toContain('Sélection</a>')
  })

  test('shows the sentence of every funder, and the emblem of those that have one', () => {
    const page = publicPage('fr')
    expect(page.match(/class="fund"/g)).toHaveLength(2)
    expect(page.match(/viewBox="0 0 54 36"/g)).toHaveLength(1)
  })
})

describe('a field', () => {
  test('ties its hint and its error to its control, and the summary leads to it', () => {
    const page = String(LAYOUTS['reading page']?.('fr'))
    expect(page).toContain('<a href="#who-name">Écrivez votre nom</a>')
    expect(page).toMatch(/<input [^>]*id="who-name" aria-invalid="true" aria-describedby="who-name-error who-name-hint">/)
  })

  test('says of what may be left out that it may', () => {
    const markup = String(<TextField name="link" label="Page" value="" optionalLabel={words('fr')('form.optional')} />)
    expect(markup).toContain('Page <span class="muted">(facultatif)</span>')
    expect(markup).not.toContain('aria-describedby')
  })
})

test('a poster is the same for the same seed, and stays so from one version to the next', () => {
  const poster = (seed: string): string => String(<Poster seed={seed} region="ori" motif="weave" />)
  expect(poster('dar-dhell')).toBe(poster('dar-dhell'))
  expect(poster('dar-dhell')).not.toBe(poster('sawt-derb'))
  expect(poster('dar-dhell')).toContain('<path d="M188 0h26L338 400H108z" fill="#ffbf3f" fill-opacity=".12"/>')
})

test('the pages shown are the first, the last and the neighbours, and a gap hides two pages at least', () => {
  expect(shownPages(1, 2)).toEqual([1, 2])
  expect(shownPages(1, 24)).toEqual([1, 2, null, 24])
  expect(shownPages(4, 24)).toEqual([1, 2, 3, 4, 5, null, 24])
  expect(shownPages(12, 24)).toEqual([1, null, 11, 12, 13, null, 24])
  expect(shownPages(24, 24)).toEqual([1, null, 23, 24])
})
