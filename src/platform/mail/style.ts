/** The style of a mail: it travels inside it, since readers of mail load nothing. One column, no table; unknown rules may fall away. */
import { createHash } from 'node:crypto'

export const style = `
body { margin: 0; background: #f4f4f8; color: #15172e; }
.mail { font: 400 16px/1.6 "Readex Pro", system-ui, "Segoe UI", "Noto Sans Arabic", Tahoma, sans-serif; color: #15172e; max-width: 560px; margin: 0 auto; padding: 20px 16px 32px; }
.mail[lang="ar"] { font-size: 17px; line-height: 1.85; }
.h { background: #14153a; color: #fff; padding: 12px 20px; font-weight: 700; font-size: 20px; border-radius: 8px 8px 0 0; }
.b { background: #fff; color: #15172e; padding: 20px; border: 1px solid #d9dae6; border-top: 4px solid #ffbf3f; border-radius: 0 0 8px 8px; }
h1 { font-size: 25px; line-height: 1.4; margin: 0 0 8px; } h2 { font-size: 18px; margin: 24px 0 4px; }
p { margin: 0 0 12px; overflow-wrap: anywhere; } dl { margin: 16px 0; } dt { color: #4b4f6b; font-size: 15px; }
dd { margin: 0 0 10px; font-weight: 550; overflow-wrap: anywhere; } .n { font-size: 24px; }
.a { display: inline-block; background: #ffbf3f; color: #15172e; font-weight: 550; text-decoration: none; padding: 9px 20px 11px; border-radius: 4px; border-bottom: 3px solid #15172e; }
ol, ul { margin: 0 0 12px; padding-inline-start: 22px; } a { color: #2c35a0; } .s { color: #4b4f6b; font-size: 15px; line-height: 1.7; }
.k { direction: ltr; text-align: left; font: 13px/1.7 ui-monospace, monospace; overflow-wrap: anywhere; color: #4b4f6b; }
.f { display: flex; gap: 12px; align-items: center; margin: 20px 0 8px; } .f img { width: 54px; height: auto; flex: none; }
`

/** Source to allow in the content policy of a page that shows a mail: `'sha256-…'`. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`
