/** Pages a phone shows by itself: the lamp that stays lit without a network, and what is kept on the phone. They hold nothing of anybody; islands/phone.ts fills them in. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { Document } from '../../../design/layout/document.tsx'
import { BareTop, GhostPage } from '../../../design/layout/ghost-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { words as designWords } from '../../../design/words/index.ts'
import { unsentForms } from './kept-here.tsx'
import { words } from './words/index.ts'

const ISLANDS = ['phone']

/** In place of a page that is not kept; the worker takes its own sentences from here too. */
export function OfflinePage({ language }: { language: Language }): Html {
  const t = words(language)
  return (
    <GhostPage
      language={language}
      path="/offline"
      title={t('offline.title')}
      sentence={t('offline.lead')}
      ways={[{ href: `/${language}/phone`, name: t('phone.title') }]}
      islands={ISLANDS}
      quiet
    >
      <div
        hidden
        data-phone
        data-unsent={unsentForms(language)}
        data-more=""
        data-open={t('offline.open', { title: '{title}' })}
        data-clock={t('kept.clock', { h: '{h}', m: '{m}' })}
        data-kept-today={t('kept.today', { time: '{time}' })}
        data-kept-on={t('kept.on', { day: '{day}', time: '{time}' })}
        data-kept-here={t('kept.pressed')}
        data-not-sent={t('kept.not-sent')}
      ></div>
      <p class="saved" role="status" hidden data-script>
        <Icon name="save" />
        <span data-part="summary"></span>
      </p>
      <div class="actions" data-part="pages"></div>
      <div class="actions">
        <a class="btn btn--night" href={`/${language}`} data-again>
          {t('offline.retry')}
        </a>
      </div>
    </GhostPage>
  )
}

export function PhonePage({ language }: { language: Language }): Html {
  const t = words(language)
  const data = {
    'data-unsent': unsentForms(language),
    'data-open': '{title}',
    'data-more': 'list',
    'data-sure': t('phone.sure'),
    'data-erased': t('phone.erased'),
    'data-ended': t('phone.ended'),
    'data-copy': t('phone.copy'),
    'data-copied': t('phone.copied'),
    'data-remove': t('phone.delete'),
  }
  return (
    <Document
      language={language}
      title={t('phone.title')}
      programme={designWords(language)('frame.product')}
      path="/phone"
      islands={ISLANDS}
      body={
        <>
          <BareTop language={language} path="/phone" />
          <main id="main" class="wrap wrap--read section section--tight stack stack--lg">
            <Head title={t('phone.title')} />
            <noscript>
              <p class="note">{t('phone.without-script')}</p>
            </noscript>
            <div class="stack stack--lg" hidden data-script data-phone {...data}>
              <p class="lead">{t('phone.lead')}</p>
              <Card title={t('phone.unsent')}>
                <div class="stack stack--sm">
                  <p role="status" data-part="summary"></p>
                  <ul class="rows" data-part="typed"></ul>
                </div>
              </Card>
              <Card title={t('phone.pages')}>
                <p data-part="nothing" hidden>
                  {t('phone.no-pages')}
                </p>
                <ul class="rows" data-part="pages"></ul>
              </Card>
              <Card title={t('phone.erase-title')}>
                <div class="stack">
                  <p>{t('phone.erase-text')}</p>
                  <p role="status" data-part="said" hidden></p>
                  <div class="actions">
                    <button class="btn btn--quiet" type="button" data-erase>
                      {t('phone.erase')}
                    </button>
                  </div>
                </div>
              </Card>
            </div>
            <div class="actions">
              <ButtonLink href={`/${language}/me`}>{designWords(language)('frame.me')}</ButtonLink>
            </div>
          </main>
        </>
      }
    />
  )
}
