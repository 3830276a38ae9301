// Writes themes/emoji.tsv, as `make emoji` does: emoji.mjs FOLDER-OF-GEMOJI
//
// The short names of emoji, one a line, and the emoji behind a tab; in the order of their bytes, so
// that the program can search in them. The licence of the package comes first.

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv[2])
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json')))
const { gemoji } = await import(pathToFileURL(join(folder, 'index.js')))
const licence = readFileSync(join(folder, 'license'), 'utf8').trim().split('\n')

const head = [
	'Short names of emoji, as GitHub and GitBook know them. Made by `make emoji`: do not edit.',
	`They are "tools", which GitBook writes, and those of the npm package ${name} ${version}, whose licence is:`,
	'',
	...licence,
]
// What GitBook writes into repositories besides.
const more = [{ emoji: '🛠️', names: ['tools'] }]
const lines = [...gemoji, ...more].flatMap(({ emoji, names }) => names.map((name) => `${name}\t${emoji}`))
process.stdout.write(
	[...head.map((line) => `# ${line}`.trimEnd()), ...lines.sort((a, b) => (a < b ? -1 : 1))]
		.map((line) => `${line}\n`)
		.join('')
)
