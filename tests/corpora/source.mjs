// The words of a file in GitBook's Markdown, in order, read without any of the generator's code: by a reader
// that only knows which characters are markup. Every character is either text or dropped, and what is dropped has a
// kind, so that one can count whether this reader makes it easy for itself.
//
// Texts that stand elsewhere on a page, or differently, are tokens with a `rule`: compare.mjs lets them be
// missing, and counts them.

import { captionMark, characterOf, codeTokensOf, decode, entity, pageMark, ruleMark, tokensOf } from './words.mjs';

const html = new Set(('a abbr article aside b blockquote br button caption center cite code col colgroup dd del details dfn div '
  + 'dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label li mark nobr ol option p picture '
  + 'pre q s samp section select small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul '
  + 'var wbr iframe script style').split(' '));

class Reader {
  constructor(text) {
    this.text = text;
    this.kinds = new Array(text.length).fill('');   // '': text
    this.code = new Uint8Array(text.length);        // 1: code, read sign by sign
    this.rules = new Array(text.length).fill('');
    this.instead = new Map();                       // position -> what is read there
    this.joined = new Set();                        // dropped characters that do not end a word
    this.htmlCode = [];                             // [from, to] between <code> and </code>
    this.notes = [];                                // of footnotes: {name, from, to}
    this.calls = [];                                // their names, as the text calls them
  }

  drop(start, end, kind) {
    for (let i = start; i < end; i++) this.kinds[i] ||= kind;
  }

  // The same for what does not end a word.
  dropInside(start, end, kind) {
    this.drop(start, end, kind);
    for (let i = start; i < end; i++) this.joined.add(i);
  }

  rule(start, end, rule) {
    for (let i = start; i < end; i++) this.rules[i] ||= rule;
  }

  isText(i) {
    return !this.kinds[i] && !this.code[i];
  }

  isEscaped(i) {
    let n = 0;
    while (this.text[i - 1 - n] === '\\') n++;
    return n % 2 === 1;
  }

  // Each match of a pattern that starts in text, outside code.
  * matches(pattern) {
    for (const found of this.text.matchAll(pattern))
      if (this.isText(found.index)) yield found;
  }
}

function* linesOf(text) {
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    yield { start, end, line: text.slice(start, end) };
    start = end + 1;
  }
}

function readFrontMatter(r) {
  const found = /^\ufeff?---[ \t]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(r.text);
  if (found) r.drop(0, found[0].length, 'front matter');
}

// Fences, wherever they stand: behind list markers, in quotes. One that is never closed ends with its list item.
function readFences(r) {
  let open = null;
  for (const { start, end, line } of linesOf(r.text)) {
    if (r.kinds[start] === 'front matter') continue;
    const prefix = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/.exec(line)[0];
    const mark = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line.slice(prefix.length))?.[0];
    const indent = /^[ \t>]*/.exec(line)[0].length;
    if (open && line.trim() && indent < open.indent) open = null;
    if (!open && mark) {
      open = { mark, indent: prefix.length > indent ? indent + 1 : indent };
      r.drop(start, end + 1, 'fence');
    } else if (open && mark && mark[0] === open.mark[0] && mark.length >= open.mark.length
        && line.slice(prefix.length + mark.length).trim() === '') {
      open = null;
      r.drop(start, end + 1, 'fence');
    } else if (open) {
      r.code.fill(1, start, end + 1);
      if (/^[ \t]*>/.test(line) && open.indent) r.drop(start, start + /^[ \t>]*/.exec(line)[0].length, 'quote marker');
    }
  }
}

// Four blanks make code where no list and no paragraph is open above, and five behind the marker of an item.
function readIndented(r) {
  let isInList = false, wasBlank = true, isCode = false;
  for (const { start, end, line } of linesOf(r.text)) {
    if (r.kinds[start] || r.code[start]) {
      wasBlank = r.kinds[start] === 'front matter' || r.kinds[start] === 'fence';
      continue;
    }
    if (!line.trim()) {
      wasBlank = true;
      continue;
    }
    const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) {5}(?=\s*\S)/.exec(line);
    if (item) r.code.fill(1, start + item[0].length, end);
    const isDeep = /^(?: {4}|\t)/.test(line);
    if (!isDeep) isInList = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(line) || (isInList && (!wasBlank || /^ /.test(line)));
    isCode = isDeep && !isInList && (wasBlank || isCode);
    if (isCode) r.code.fill(1, start, end + 1);
    wasBlank = false;
  }
}

// Code inside a line: as many accents behind it as before it, in the same paragraph.
function readCode(r) {
  for (let i = 0; i < r.text.length; i++) {
    if (r.text[i] !== '`' || !r.isText(i) || r.isEscaped(i)) continue;
    const run = /`+/y;
    run.lastIndex = i;
    const [mark] = run.exec(r.text);
    const paragraph = r.text.slice(i + mark.length).search(/\n[ \t>]*\n/);
    const rest = r.text.slice(i + mark.length, paragraph < 0 ? undefined : i + mark.length + paragraph);
    const close = new RegExp(`(?<!\`)${mark}(?!\`)`).exec(rest);
    if (!close || rest.slice(0, close.index).includes('\n|')) {
      i += mark.length - 1;
      continue;
    }
    const end = i + mark.length + close.index;
    r.drop(i, i + mark.length, 'code mark');
    r.drop(end, end + mark.length, 'code mark');
    r.code.fill(1, i + mark.length, end);
    i = end + mark.length - 1;
  }
}

// `{% … %}`: dropped but for what readers see of it. A block that shows another page is one token.
const shown = new Set(['title', 'caption']), shownOf = { prompt: ['description'] };

function readTags(r) {
  for (const found of r.matches(/\{%[ \t]*(@?[a-z][\w/@.-]*)((?:(?!%\}|\n\s*\n)[\s\S])*)%\}/g)) {
    const start = found.index, end = start + found[0].length, [, name, attributes] = found;
    const at = start + found[0].indexOf(attributes, name.length + 2), kept = [];
    for (const value of attributes.matchAll(/([\w-]+)="((?:\\.|[^"\\])*)"/g)) {
      const from = at + value.index + value[1].length + 2, to = from + value[2].length;
      if (!shown.has(value[1]) && !shownOf[name]?.includes(value[1])) continue;
      if (/^(embed|file)$/.test(name) && tokensOf(value[2]).length === 0) continue;
      if (/^(embed|file)$/.test(name)) r.instead.set(start, captionMark + tokensOf(decode(value[2])).join(''));
      else kept.push([from, to]);
    }
    for (let i = start; i < end; i++)
      if (!kept.some(([from, to]) => i >= from && i < to)) r.drop(i, i + 1, 'tag');
    if (name === 'content-ref' || name === 'page-ref') readPageRef(r, name, start, end);
  }
}

function readPageRef(r, name, start, end) {
  r.instead.set(start, pageMark);
  const close = r.text.slice(end).search(/\{%[ \t]*endcontent-ref/);
  const next = r.text.slice(end).search(/\{%[ \t]*(content-ref|page-ref)/);
  if (name === 'content-ref' && close >= 0 && (next < 0 || close < next)) r.drop(end, end + close, 'text of a content-ref');
}

function readComments(r) {
  for (const found of r.matches(/<!--[\s\S]*?-->/g)) r.dropInside(found.index, found.index + found[0].length, 'comment');
}

// Cells whose column is hidden. Those of cards say where a card leads, and what it shows.
function readHiddenColumns(r) {
  for (const table of r.matches(/<table\b[^>]*>[\s\S]*?<\/table>/g)) {
    const rule = /^<table\b[^>]*data-view="cards"/.test(table[0]) ? 'hidden column of cards' : 'hidden column of a table';
    const columns = [...table[0].matchAll(/<th\b([^>]*)>/g)].map(([, attributes]) => /data-hidden/.test(attributes));
    for (const row of table[0].matchAll(/<tr\b[^>]*>[\s\S]*?<\/tr>/g))
      [...row[0].matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].forEach((cell, column) => {
        const end = table.index + row.index + cell.index + cell[0].length - 5;
        if (columns[column]) r.rule(end - cell[1].length, end, rule);
      });
  }
}

// A link whose text is its file's name may show the page's title.
function readHtmlLink(r, attributes, from) {
  const to = r.text.indexOf('</a>', from), text = to > 0 ? r.text.slice(from, to) : '';
  const name = /\shref="([^"]*?)\/?"/.exec(attributes)?.[1].split('/').at(-1);
  if (text && (/^\S+\.md$/.test(text) || text === name)) r.rule(from, to, 'file name as link text');
}

// HTML's own tags. What only looks like one (`<mon-application>`) is text. The text of an image stays.
function readHtml(r) {
  for (const found of r.matches(/<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi)) {
    const [all, slash, name, attributes] = found;
    if (!html.has(name.toLowerCase()) || r.isEscaped(found.index)) continue;
    const alt = name.toLowerCase() === 'img' && /\salt="([^"]*)"/.exec(attributes);
    if (alt) {
      const from = found.index + all.indexOf(alt[0]) + 6, to = from + alt[1].length;
      r.drop(found.index, from, 'HTML');
      r.drop(to, found.index + all.length, 'HTML');
    } else {
      r.drop(found.index, found.index + all.length, 'HTML');
    }
    if (/^a$/i.test(name) && !slash) readHtmlLink(r, attributes, found.index + all.length);
    if (/^code$/i.test(name) && !slash) {
      const close = r.text.indexOf('</code>', found.index);
      if (close > 0) r.htmlCode.push([found.index + all.length, close]);
    }
  }
  // An address whose quote is never closed ends at the blank behind it.
  for (const found of r.matches(/<a\s+href="[^\s"<>]+[\s>](?=[^"<]*<)/gi))
    r.drop(found.index, found.index + found[0].length, 'HTML with a quote never closed');
  for (const found of r.matches(/<((?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*)|(?:[\w.+-]+@[\w.-]+))>/gi)) {
    r.drop(found.index, found.index + 1, 'autolink');
    r.drop(found.index + found[0].length - 1, found.index + found[0].length, 'autolink');
  }
}

// `[1]: address "title"` is dropped; `[^1]: text` is read at the end of the page, in the order of the calls.
function readDefinitions(r) {
  const names = new Set();
  for (const found of r.matches(/^ {0,3}\[((?:\\.|[^\]\\^])(?:\\.|[^\]\\])*)\]:[ \t]*\n?[ \t]*(?:<[^>\n]*>|\S+)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*$/gm)) {
    names.add(found[1].toLowerCase());
    r.drop(found.index, found.index + found[0].length, 'link definition');
  }
  for (const found of r.matches(/^\[\^([^\]\s]+)\]:[ \t]*((?:.+(?:\n(?=.)(?!\[\^))?)*(?:\n+(?: {4}|\t).*)*)/gm)) {
    const from = found.index + found[0].length - found[2].length;
    r.drop(found.index, from, 'note mark');
    r.notes.push({ name: found[1], from, to: found.index + found[0].length });
  }
  return names;
}

// The `]` that closes the `[` at i; -1: none in this paragraph.
function closing(r, i) {
  for (let depth = 0, at = i; at < r.text.length; at++) {
    const c = r.text[at];
    if (c === '\n' && /\n[ \t>]*\n/y.test(r.text.slice(at, at + 40))) return -1;
    if (!r.isText(at) || r.isEscaped(at)) continue;
    if (c === '[') depth++;
    if (c === ']' && --depth === 0) return at;
  }
  return -1;
}

const destination = /\(\s*(?:<(?:\\.|[^<>\n\\])*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]|\([^\s()]*\))*\))*)(?:\s+("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)/y;

function readLink(r, i, names) {
  const end = closing(r, i);
  if (end < 0) return;
  const note = /^\^([^\]\s]+)$/.exec(r.text.slice(i + 1, end));
  if (note && r.notes.some((one) => one.name === note[1])) {
    r.calls.push(note[1]);
    r.drop(i, end + 1, 'note call');
    return;
  }
  destination.lastIndex = end + 1;
  const inline = destination.exec(r.text);
  const from = r.text[i - 1] === '!' && !r.isEscaped(i - 1) ? i - 1 : i;
  if (inline && r.isText(end + 1)) {
    const text = r.text.slice(i + 1, end);
    r.drop(from, i + 1, 'link');
    r.drop(end, end + 1 + inline[0].length, 'link');
    if (inline[1] === '"mention"') r.rule(i + 1, end, 'mention');
    else if (/^\S+\.md$/.test(text.trim())) r.rule(i + 1, end, 'file name as link text');
    return;
  }
  const reference = /\[((?:\\.|[^\]\\])*)\]/y;
  reference.lastIndex = end + 1;
  const label = reference.exec(r.text);
  const name = (label?.[1] || r.text.slice(i + 1, end)).toLowerCase();
  if (!names.has(name)) return;
  r.drop(from, i + 1, 'link');
  r.drop(end, end + 1 + (label?.[0].length ?? 0), 'link');
}

function readLinks(r) {
  const names = readDefinitions(r);
  for (let i = 0; i < r.text.length; i++)
    if (r.text[i] === '[' && r.isText(i) && !r.isEscaped(i)) readLink(r, i, names);
}

function readEntities(r) {
  for (let i = r.text.indexOf('&'); i >= 0; i = r.text.indexOf('&', i + 1)) {
    const isBroken = r.isText(i) && r.text.startsWith('&#xNAN;', i); // escaped or not, it stands for nothing
    if (isBroken) r.dropInside(i, i + 7, 'GitBook’s broken entity');
    if (isBroken || !r.isText(i) || r.isEscaped(i)) continue;
    entity.lastIndex = i;
    const found = entity.exec(r.text), character = found ? characterOf(found) : undefined;
    if (character === undefined) continue;
    r.dropInside(i, i + found[0].length, 'entity');
    r.instead.set(i, character);
  }
}

// Markers of lists, boxes of tasks, lines below tables' heads and titles, `:shortcodes:`.
function readMarkers(r) {
  for (const found of r.matches(/^(?:[ \t>]|[-*+][ \t])*(\d{1,9}[.)])(?=\s|$)/gm)) {
    const end = found.index + found[0].length;
    r.rule(end - found[1].length, end, 'number of a list item');
  }
  for (const found of r.matches(/^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:[-*+]|\d{1,9}[.)])[ \t]+(\[[ xX]\])(?=\s)/gm)) {
    const end = found.index + found[0].length;
    r.drop(end - 3, end, 'box of a task');
  }
  for (const found of r.matches(/^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/gm))
    r.drop(found.index, found.index + found[0].length, 'line of a table');
  for (const found of r.matches(/^ {0,3}=+[ \t]*$/gm))
    r.drop(found.index, found.index + found[0].length, 'line below a title');
  for (const found of r.matches(/:(?:\\_|[a-z0-9_+-])*[a-z](?:\\_|[a-z0-9_+-])*:/g))
    r.rule(found.index, found.index + found[0].length, ':emoji:');
}

// The first line with text, when it is a title: the page's own.
function readTitle(r) {
  for (const { start, end, line } of linesOf(r.text)) {
    if (r.kinds[start] === 'front matter' || !line.trim() || r.kinds[start] === 'comment') continue;
    if (/^ {0,3}#(?:[ \t]|$)/.test(line)) r.title = [start, end];
    return;
  }
}

// What a rule holds is one token: none of its words can be taken for a word beside it.
function tokenize(r, from, to, lineAt) {
  const tokens = [];
  let text = '', start = from, isCode = 0, rule = '';
  const flush = () => {
    const words = isCode ? codeTokensOf(text) : tokensOf(text);
    for (const word of rule && words.length ? [words.join('')] : words) tokens.push({ word, line: lineAt(start), rule });
    text = '';
  };
  for (let i = from; i < to; i++) {
    const instead = r.instead.get(i);
    if (instead?.startsWith(ruleMark)) {
      flush();
      tokens.push({ word: instead, line: lineAt(i), rule: '' });
      continue;
    }
    if (r.kinds[i] && instead === undefined && r.joined.has(i)) continue;
    const c = instead ?? (r.kinds[i] ? ' ' : r.text[i]);
    if (r.code[i] !== isCode || r.rules[i] !== rule || (c === '\n' && !rule)) {
      flush();
      isCode = r.code[i];
      rule = r.rules[i];
    }
    if (text === '' && /\s/.test(c)) continue;
    if (text === '') start = i;
    text += c;
  }
  flush();
  return tokens;
}

function lineFinder(text) {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (at) => {
    let low = 0, high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

// A text with those that it includes in their places, without their front matter. `read` gives a file's text, or null.
export function expand(text, read) {
  return text.replace(/\{%[ \t]*include[ \t]+"([^"]+)"[ \t]*%\}/g, (tag, file) =>
    read(file)?.replace(/^\ufeff?---[ \t]*\n[\s\S]*?\n---[ \t]*\n/, '') ?? tag);
}

// {tokens: [{word, line, rule}], title: tokens of the page's own, dropped: {kind: bytes}, bytes}
export function readSource(bytes) {
  const r = new Reader(bytes.replace(/\r\n?/g, '\n'));
  for (const read of [readFrontMatter, readFences, readIndented, readCode, readComments, readTags, readHiddenColumns, readHtml,
    readLinks, readEntities, readMarkers, readTitle]) read(r);
  for (const [from, to] of r.htmlCode) r.code.fill(1, from, to);
  const lineAt = lineFinder(r.text), tokens = [];
  let at = r.title?.[0] ?? 0;
  const title = r.title ? tokenize(r, ...r.title, lineAt) : [];
  tokens.push(...tokenize(r, 0, at, lineAt));
  at = r.title?.[1] ?? 0;
  for (const { from, to } of r.notes) {
    tokens.push(...tokenize(r, at, from, lineAt));
    at = to;
  }
  tokens.push(...tokenize(r, at, r.text.length, lineAt));
  for (const name of new Set(r.calls))
    for (const note of r.notes.filter((one) => one.name === name).slice(0, 1))
      tokens.push(...tokenize(r, note.from, note.to, lineAt));
  return { tokens, title, dropped: countDropped(r), bytes: Buffer.byteLength(r.text) };
}

function countDropped(r) {
  const dropped = {};
  for (let i = 0; i < r.text.length; i++)
    if (r.kinds[i]) dropped[r.kinds[i]] = (dropped[r.kinds[i]] ?? 0) + Buffer.byteLength(r.text[i]);
  return dropped;
}
