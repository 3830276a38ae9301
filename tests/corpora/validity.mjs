// Every page, before two judges of HTML: html-validate, and the W3C's own checker.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build, require } from '../browser/harness.mjs';
import { validation } from '../browser/markup.mjs';
import { holds } from '../browser/tap.mjs';

function judge(site) {
  const jar = path.join(build, 'npm-corpora/node_modules/vnu-jar/build/dist/vnu.jar');
  const run = spawnSync('java', ['-Xss2m', '-jar', jar, '--format', 'json', '--skip-non-html', site.out],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return JSON.parse(run.stderr).messages;
}

// Remarks that are no errors, as the checker says them first: explicit roles (RGAA 9.2 asks for them), files that the
// policy of a site would refuse to a page read from the disk.
function tellRemarks(name, remarks) {
  const kinds = new Map();
  for (const { message } of remarks) {
    const kind = message.replace(/“[^”]*”/g, '“…”').slice(0, 100);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  for (const [kind, n] of kinds) process.stdout.write(`# ${name}: ${n} remarks: ${kind}\n`);
}

export async function testValidity(site) {
  const { HtmlValidate, StaticConfigLoader } = require('html-validate');
  const validator = new HtmlValidate(new StaticConfigLoader(validation));
  const faults = [];
  for (const page of site.pages) {
    const report = await validator.validateString(page.source, page.file);
    faults.push(...report.results.flatMap((result) => result.messages.map((message) =>
      `${page.name}:${message.line}:${message.column}: ${message.message} (${message.ruleId})`)));
  }
  holds(`${site.name}: ${site.pages.length} pages are valid for html-validate`, faults);

  const messages = judge(site), errors = messages.filter(({ type }) => type !== 'info');
  tellRemarks(site.name, messages.filter(({ type }) => type === 'info'));
  holds(`${site.name}: and for the W3C’s checker`, errors
    .map(({ url, lastLine, message, extract }) => `${path.relative(site.out, new URL(url).pathname)}:${lastLine}: ${message} ${JSON.stringify(extract)}`));
}
