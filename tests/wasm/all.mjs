// The program as WebAssembly does what the native one does: same site, same messages, same status, over the courses of
// tests/sites/ and, where CORPORA names a folder, over each course in it. No repository is near: neither knows a date.
//
//     make check-long [CORPORA=FOLDER]
//
// Left out is what WebAssembly has not: commands of a shell, links, rights, git, a time limit.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { finish, holds } from '../browser/tap.mjs';
import { run } from './wasi.mjs';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const build = path.resolve(process.env.BUILD ?? path.join(top, 'build'));
const sites = path.join(top, 'tests/sites');
const LARGEST = 450_000; // bytes by gzip -9

const bytes = fs.readFileSync(path.join(build, 'sommaire.wasm'));
const module = new WebAssembly.Module(bytes);
const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'sommaire-wasm-')));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));
process.umask(0o022);

// Courses have the same path for both. Themes are beside the program: the native one looks from its own folder, the
// other, which cannot know its own, from /usr/local/bin.
const mounts = { '/': path.join(root, 'empty'), [root]: root, '/usr/local': path.join(root, 'usr') };
fs.mkdirSync(path.join(root, 'empty'));
fs.mkdirSync(path.join(root, 'usr/bin'), { recursive: true });
fs.cpSync(path.join(top, 'themes'), path.join(root, 'usr/themes'), { recursive: true });
fs.copyFileSync(path.join(build, 'sommaire'), path.join(root, 'usr/bin/sommaire'));
fs.cpSync(path.join(sites, 'theme'), path.join(root, 'usr/themes/faits'), { recursive: true });

// Path => bytes of all files below a folder.
function tree(folder, prefix = '', files = new Map()) {
  for (const entry of fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : []) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) tree(file, `${prefix}${entry.name}/`, files);
    else files.set(prefix + entry.name, fs.readFileSync(file));
  }
  return files;
}

function differences(native, other) {
  const faults = ['status', 'said', 'printed'].filter((what) => native[what] !== other[what])
    .map((what) => `${what}: native ${JSON.stringify(native[what]).slice(0, 600)}, wasm ${JSON.stringify(other[what]).slice(0, 600)}`);
  for (const name of new Set([...native.files.keys(), ...other.files.keys()])) {
    const [a, b] = [native.files.get(name), other.files.get(name)];
    if (!a || !b || !a.equals(b)) faults.push(`${name}: ${!a ? 'not expected' : !b ? 'missing' : 'differs'}`);
  }
  return faults;
}

// Builds a course twice, each time as if it were the first.
function compare(course, options) {
  const out = path.join(root, 'out');
  const words = ['build', course, '-o', out, '--quiet', ...options];
  const child = spawnSync(path.join(root, 'usr/bin/sommaire'), words, {
    encoding: 'utf8', env: { LC_ALL: 'C.UTF-8', TZ: 'UTC', HOME: root }, maxBuffer: 1 << 30 });
  const native = { status: child.status, printed: child.stdout, said: child.stderr, files: tree(out) };
  fs.rmSync(out, { recursive: true, force: true });
  const other = { ...run(module, ['sommaire', ...words], mounts), files: tree(out) };
  fs.rmSync(out, { recursive: true, force: true });
  return differences(native, other);
}

function hasOtherThanFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const file = path.join(folder, entry.name);
    const mode = fs.lstatSync(file).mode;
    return !(entry.isFile() || entry.isDirectory()) || (mode & 0o400) === 0 ||
      (entry.isDirectory() && ((mode & 0o700) !== 0o700 || hasOtherThanFiles(file)));
  });
}

// Why a case cannot be tried; undefined when it was copied and can.
function prepare(folder, options, course) {
  if (fs.existsSync(path.join(folder, 'commands'))) return 'commands of a shell';
  if (options.some((word) => /^--(page-seconds|ref)/.test(word))) return 'a time limit, or git';
  fs.cpSync(path.join(folder, 'input'), course, { recursive: true, verbatimSymlinks: true });
  const script = path.join(folder, 'prepare');
  if (fs.existsSync(script) && spawnSync('sh', ['-e', script], { cwd: course }).status !== 0) return 'cannot be prepared here';
  return hasOtherThanFiles(course) ? 'links or rights' : undefined;
}

function testCases() {
  for (const name of fs.readdirSync(sites).sort()) {
    const folder = path.join(sites, name), args = path.join(folder, 'args');
    if (!['input', 'commands'].some((part) => fs.existsSync(path.join(folder, part)))) continue;
    const options = fs.existsSync(args) ? fs.readFileSync(args, 'utf8').split(/\s+/).filter((word) => word) : [];
    const course = path.join(root, name, 'input');
    const why = prepare(folder, options, course);
    if (why) skipped.push([name, why]);
    else holds(name, compare(course, options));
    fs.rmSync(path.join(root, name), { recursive: true, force: true });
  }
}

function testCorpora(corpora) {
  for (const name of fs.readdirSync(corpora).sort()) {
    const folder = path.join(corpora, name);
    if (!fs.existsSync(path.join(folder, 'SUMMARY.md')) && !fs.existsSync(path.join(folder, 'site.yml'))) continue;
    const course = path.join(root, 'corpora', name);
    fs.cpSync(folder, course, { recursive: true, verbatimSymlinks: true, filter: (file) => path.basename(file) !== '.git' });
    holds(`corpora: ${name}`, compare(course, []));
  }
}

const skipped = [];
// node's own zlib is another, and gives 2 % more
const size = execFileSync('gzip', ['-9', '-n', '-c'], { input: bytes, maxBuffer: 1 << 24 }).length;
holds(`size: ${size} bytes by gzip`, size > LARGEST ? `over ${LARGEST}` : '');
testCases();
if (process.env.CORPORA) testCorpora(process.env.CORPORA);
process.stdout.write(skipped.map(([name, why]) => `# left out: ${name}: ${why}\n`).join(''));
finish();
