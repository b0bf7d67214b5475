/** The page inside the frame that shows a letter's HTML. The server has cleaned it; this frame trusts nobody all the same. */

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** No script, no form, nothing from elsewhere; only this page's own sheet of styles. Links open a tab of their own. */
export function letterPage(html: string, styleUrl: string, language: string | null, theme: string | undefined): string {
  const policy = `default-src 'none'; style-src ${styleUrl}; base-uri 'none'; form-action 'none'`
  const attributes = [language === null ? '' : ` lang="${attribute(language)}"`, theme === undefined ? '' : ` data-theme="${attribute(theme)}"`].join('')
  return `<!doctype html><html${attributes}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${attribute(policy)}"><meta name="referrer" content="no-referrer"><base target="_blank"><link rel="stylesheet" href="${attribute(styleUrl)}"></head><body>${html}</body></html>`
}

/** What a text still asks for: {{name}}. */
export function openPlaceholders(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{\{\s*([\w.]+)[^{}]*\}\}/g), (found) => found[1] ?? ''))]
}
