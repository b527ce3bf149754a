import { describe, expect, test } from 'vitest'
import { type Child, type Html, jsonForPage, render, trusted } from '#html'

const HOSTILE = `<img src=x onerror="alert('1')"> & co`

describe('text', () => {
  test('is escaped between tags and in attributes, so that nothing a person typed becomes markup', () => {
    expect(String(<p title={HOSTILE}>{HOSTILE}</p>)).toBe(
      `<p title="&lt;img src=x onerror=&quot;alert('1')&quot;&gt; &amp; co">&lt;img src=x onerror=&quot;alert('1')&quot;&gt; &amp; co</p>`,
    )
  })

  test('keeps Arabic, accents and no-break spaces as they are', () => {
    expect(String(<bdi lang="ar">ڭنون، 60&nbsp;000 é</bdi>)).toBe('<bdi lang="ar">ڭنون، 60\u00a0000 é</bdi>')
  })
})

describe('children', () => {
  test('that are null, undefined, true or false print nothing; zero prints', () => {
    expect(
      String(
        <p>
          {null}
          {undefined}
          {true}
          {false}
          {''}
          {0}
          {10n}
        </p>,
      ),
    ).toBe('<p>010</p>')
  })

  test('in arrays of any depth stand one after the other', () => {
    const rows: Child = [[<li>1</li>, [<li>{'<2>'}</li>]], null, ['3']]
    expect(String(<ul>{rows}</ul>)).toBe('<ul><li>1</li><li>&lt;2&gt;</li>3</ul>')
  })

  test('that are finished markup pass unescaped, and only they', () => {
    expect(render(trusted('<b>1</b>'))).toBe('<b>1</b>')
    expect(render('<b>1</b>')).toBe('&lt;b&gt;1&lt;/b&gt;')
    expect(String(<p>{<b>1</b>}</p>)).toBe('<p><b>1</b></p>')
    // An object that only looks like markup (from JSON, say) is not Html.
    expect(render({ markup: '<b>1</b>' } as unknown as Html)).not.toContain('<b>')
  })

  test('of a fragment stand without a tag', () => {
    expect(
      String(
        <>
          <i>1</i>
          {'&'}
        </>,
      ),
    ).toBe('<i>1</i>&amp;')
  })
})

describe('attributes', () => {
  test('that are absent, null, undefined or false are left out; true ones stand by their name alone', () => {
    expect(String(<input name="a" value={null} checked={false} required />)).toBe('<input name="a" required>')
    expect(String(<input name="a" value="" maxlength={0} />)).toBe('<input name="a" value="" maxlength="0">')
  })

  test('of aria and data say "true", for there an empty value would mean false', () => {
    expect(String(<p aria-busy={true} data-saved={true} aria-current={false} aria-level={2} />)).toBe(
      '<p aria-busy="true" data-saved="true" aria-level="2"></p>',
    )
  })

  test('that hold an address refuse what would run as a script', () => {
    for (const address of ['javascript:alert(1)', ' JavaScript:alert(1)', 'vbscript:x', 'data:text/html,<script>', 'blob:x'])
      expect(String(<a href={address}>x</a>)).toBe('<a href="#refused-address">x</a>')
    expect(String(<form action="javascript:alert(1)" />)).toBe('<form action="#refused-address"></form>')
    expect(String(<button formaction="javascript:alert(1)" />)).toBe('<button formaction="#refused-address"></button>')
    expect(String(<img src="javascript:alert(1)" alt="" />)).toBe('<img src="#refused-address" alt="">')
  })

  test('that hold an address keep pages, anchors, queries, mail, phones and inline pictures', () => {
    for (const address of [
      '/ar/calls/2024',
      'check',
      './a:b',
      '#budget-amount',
      '?page=2',
      'https://example.ma/',
      'mailto:a@example.ma',
      'tel:+212600000000',
      'data:image/png;base64,AA',
      '',
    ])
      expect(String(<a href={address}>x</a>)).toBe(`<a href="${address}">x</a>`)
  })
})

describe('elements', () => {
  test('that are void have no closing tag; all others have one even when empty', () => {
    expect(String(<br />)).toBe('<br>')
    expect(String(<meta charset="utf-8" />)).toBe('<meta charset="utf-8">')
    expect(String(<textarea name="a"></textarea>)).toBe('<textarea name="a"></textarea>')
    expect(String(<script type="module" src="/assets/a.js"></script>)).toBe('<script type="module" src="/assets/a.js"></script>')
  })

  test('of our own are functions from props to markup', () => {
    const Greeting = ({ name, children }: { name: string; children?: Child }): Html => (
      <p>
        {name}, {children}
      </p>
    )
    expect(String(<Greeting name="<Hajar>">{<b>1</b>}</Greeting>)).toBe('<p>&lt;Hajar&gt;, <b>1</b></p>')
  })
})

test('JSON for a page cannot close the script it stands in', () => {
  const value = { text: '</script><script>alert(1)</script>\u2028' }
  const markup = String(jsonForPage(value))
  expect(markup).not.toMatch(/<|\u2028/)
  expect(JSON.parse(markup)).toEqual(value)
})

test('the compiler refuses misspelt attributes, handlers, styles and children of void elements', () => {
  // The type check of the whole house fails if one of these lines would compile.
  const refused = (): Html[] => [
    // @ts-expect-error HTML says class
    <p className="a" />,
    // @ts-expect-error HTML says for
    <label htmlFor="a" />,
    // @ts-expect-error a misspelling
    <input autocompleet="name" />,
    // @ts-expect-error no inline style
    <p style="color: red" />,
    // @ts-expect-error no inline handler
    <button onclick="go()" />,
    // @ts-expect-error a picture needs a text
    <img src="/a.png" />,
    // @ts-expect-error a kind of field that is none
    <input type="txt" />,
    // @ts-expect-error boolean attributes are booleans
    <input required="required" />,
    // @ts-expect-error a void element holds nothing
    // biome-ignore lint/correctness/noVoidElementsWithChildren: written to be refused
    <br children="1" />,
    // @ts-expect-error no such element
    <blink />,
    // @ts-expect-error an object is no text
    <p>{{ a: 1 }}</p>,
    // @ts-expect-error SVG is typed too
    <rect widht="1" />,
  ]
  expect(refused).toBeInstanceOf(Function)
})

test('a scheme hidden behind characters that browsers drop is refused too', () => {
  for (const address of ['java\nscript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)', ' \r\njavascript:alert(1)']) {
    expect([address, String(<a href={address}>x</a>)]).toEqual([address, '<a href="#refused-address">x</a>'])
  }
})
