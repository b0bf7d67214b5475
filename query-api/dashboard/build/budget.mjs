/** Fails the build when the page has grown too heavy or would break its content security policy. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

const KIB = 1024
const ALL_SCRIPTS_LIMIT_BYTES = 300 * KIB
const FIRST_VIEW_LIMIT_BYTES = 150 * KIB

const out = process.env.DASHBOARD_OUT ?? 'dist'
const manifest = JSON.parse(readFileSync(join(out, '.vite', 'manifest.json'), 'utf8'))
rmSync(join(out, '.vite'), { recursive: true })
const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(out, join(entry.parentPath, entry.name)))

const html = readFileSync(join(out, 'index.html'), 'utf8')
const gzipBytes = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length
const scripts = files.filter((file) => file.endsWith('.js'))
const allScripts = scripts.reduce((sum, file) => sum + gzipBytes(file), 0)
// The page, the screen it opens with, and everything these two import.
const first = new Set(['index.html'])
for (const start of ['index.html', 'src/screens/NowScreen.vue']) collect(start)
const firstView = [...first].reduce((sum, file) => sum + gzipBytes(file), 0)

const problems = []
if (allScripts > ALL_SCRIPTS_LIMIT_BYTES) problems.push(`all scripts are ${kib(allScripts)} gzip, the limit is 300 KiB`)
if (firstView > FIRST_VIEW_LIMIT_BYTES) problems.push(`the first view is ${kib(firstView)} gzip, the limit is 150 KiB`)
if (/<script(?![^>]*\ssrc=)/.test(html) || /<style/.test(html) || /\s(style|on\w+)=/.test(html)) {
  problems.push('index.html has an inline script or style, which the content security policy refuses')
}
if (/(src|href)="(https?:)?\/\//.test(html)) problems.push('index.html loads something from another host')
for (const file of files.filter((name) => name.startsWith('assets/'))) {
  if (!/-[\w-]{8}\.\w+$/.test(file)) problems.push(`${file} has no hash in its name, so it could not be cached for ever`)
}
for (const file of files.filter((name) => name.endsWith('.css'))) {
  if (/url\((?!["']?\/?assets\/)/.test(readFileSync(join(out, file), 'utf8'))) problems.push(`${file} loads from elsewhere`)
}

function collect(name) {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`dashboard: ${name} is not in the manifest of the build`)
  if (first.has(chunk.file)) return
  first.add(chunk.file)
  for (const file of chunk.css ?? []) first.add(file)
  for (const next of chunk.imports ?? []) collect(next)
}

function kib(bytes) {
  return `${(bytes / KIB).toFixed(1)} KiB`
}

if (problems.length > 0) {
  for (const problem of problems) console.error(`dashboard: ${problem}`)
  process.exit(1)
}
const bytes = files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0)
console.log(`dashboard: built, first view ${kib(firstView)}, all scripts ${kib(allScripts)} (gzip), ${files.length} files, ${kib(bytes)}`)
