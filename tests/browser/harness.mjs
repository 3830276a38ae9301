// What the browser's tests share: building a site, serving it, opening its pages.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const build = path.resolve(top, process.env.BUILD ?? 'build');
export const scratch = path.join(build, 'browser');
export const require = createRequire(path.join(build, 'npm/package.json'));

const chromiums = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

// A course's folder to a site in build/browser/NAME/. A course with errors is written all the same.
export function buildSite(name, course, ...options) {
  const out = path.join(scratch, name);
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(scratch, { recursive: true });
  const run = spawnSync(path.join(build, 'sommaire'), ['build', course, '-o', out, '--quiet', ...options],
    { cwd: top, encoding: 'utf8' });
  return { name, out, status: run.status, said: run.stderr, pages: pagesOf(out) };
}

export function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

// Every page: its file, its address below the site's root, its source, its kind (the class of its body).
function pagesOf(out) {
  if (!fs.existsSync(out)) return [];
  return filesBelow(out).filter((file) => file.endsWith('.html')).sort().map((file) => {
    const source = fs.readFileSync(file, 'utf8');
    const name = path.relative(out, file).split(path.sep).join('/');
    const kind = /<body[^>]*class="([^"]*)"/.exec(source)?.[1].replaceAll('kind-', '') ?? 'sans type';
    const url = name.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/');
    return { file, name, url, source, kind, isRedirect: /http-equiv="refresh"/i.test(source) };
  });
}

// Of each kind the first page and the longest: what the slow tests look at. A whole course in one
// page takes them minutes; the difficult course's is short, and has every kind of block, too.
const longest = 250_000;
export function samples(site) {
  const chosen = new Map();
  for (const page of site.pages.filter((page) => !page.isRedirect && page.source.length < longest)) {
    const of_kind = chosen.get(page.kind) ?? [page, page];
    if (page.source.length > of_kind[1].source.length) of_kind[1] = page;
    chosen.set(page.kind, of_kind);
  }
  return [...new Set([...chosen.values()].flat())];
}

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Whether a connection broke, rather than the server said no.
function isBroken(error) {
  for (let cause = error; cause; cause = cause.cause)
    if (['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(cause.code)) return true;
  return false;
}

// Asks the server on a connection of its own: one that is kept may be closed by the server at the very
// moment at which a slow machine uses it again. What breaks all the same is asked once more.
export async function ask(url) {
  const askOnce = async () => {
    const response = await fetch(url, { headers: { connection: 'close' } });
    return { ok: response.ok, status: response.status, url: response.url,
      type: response.headers.get('content-type') ?? '', text: await response.text() };
  };
  try {
    return await askOnce();
  } catch (error) {
    if (!isBroken(error)) throw error;
    return askOnce();
  }
}

async function answers(url) {
  for (let i = 0; i < 100; i++) {
    try {
      return await ask(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}

// A real nginx on loopback in a folder of its own, since several run at once, with sites below a path: {url, close}. mount(site) gives a site's address.
export async function startServer() {
  const port = await freePort();
  const folder = path.join(scratch, `nginx-${process.pid}`);
  const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(fs.existsSync);
  if (!nginx) throw new Error('nginx is not here: run `make deps check`');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'www'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'tmp'));
  const types = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types'].find(fs.existsSync);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path "${folder}/tmp";`);
  // Without `user`, a master started by root serves as nobody, who may not read a developer's folder.
  const user = process.getuid() === 0 ? 'user root;' : '';
  fs.writeFileSync(path.join(folder, 'nginx.conf'), `
    daemon off; ${user} worker_processes 1; pid "${folder}/pid"; error_log "${folder}/error.log";
    events { worker_connections 256; }
    http {
      include "${types}"; default_type application/octet-stream; charset utf-8;
      access_log "${folder}/access.log"; ${temporary.join(' ')} gzip on; gzip_types text/css text/javascript;
      server {
        listen 127.0.0.1:${port}; root "${folder}/www"; index index.html; absolute_redirect off;
        location / { try_files $uri $uri/ $uri.html =404; }
        location ~ ^(/sous/[^/]+)/ { try_files $uri $uri/ $uri.html =404; error_page 404 $1/404.html; }
      }
    }`);
  const child = spawn(nginx, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')],
    { stdio: ['ignore', 'ignore', fs.openSync(path.join(folder, 'said'), 'w')] });
  const close = async () => {
    if (child.kill('SIGQUIT')) await once(child, 'exit');
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  await answers(url);
  return {
    url,
    close,
    address: (name) => `${url}/sous/${name}/`,
    mount: (site) => {
      fs.mkdirSync(path.join(folder, 'www/sous'), { recursive: true });
      fs.symlinkSync(site.out, path.join(folder, 'www/sous', site.name));
    },
  };
}

export async function startBrowser() {
  const executablePath = chromiums.find((file) => file && fs.existsSync(file));
  if (!executablePath) throw new Error('chromium is not here: run `make deps check`');
  const { chromium } = require('playwright-core');
  return chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

// A page that notes what went wrong in it: errors of the console, requests that failed or left this machine.
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.faults = [];
  await context.route('**/*', (route) => {
    const { protocol, hostname } = new URL(route.request().url());
    if (protocol === 'file:' || protocol === 'data:' || hostname === '127.0.0.1') return route.continue();
    page.faults.push(`asks another machine: ${route.request().url()}`);
    return route.abort();
  });
  page.on('console', (message) => message.type() === 'error' && page.faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => page.faults.push(`script: ${error}`));
  // A request that the next page cut short is nobody's fault.
  page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED'
    && page.faults.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      page.faults.push(`${response.status()}: ${response.url()}`);
  });
  return page;
}

export function isWellFormed(file) {
  try {
    execFileSync('xmllint', ['--nonet', '--noout', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    return '';
  } catch (error) {
    return String(error.stderr);
  }
}
