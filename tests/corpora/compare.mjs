// The tokens of a source against those of its page. Both sides must be the same list, but for tokens that a rule
// lets be missing or be added: so a word that is lost is found even where the same word stands a line below.

import { captionMark } from './words.mjs';

// Myers, "An O(ND) Difference Algorithm": the shortest list of [from, to, start, end] that differ.
function differences(a, b) {
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && a[head].word === b[head].word) head++;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail).word === b.at(-1 - tail).word) tail++;
  const n = a.length - head - tail, m = b.length - head - tail;
  if (n === 0 && m === 0) return [];
  const trace = forward(a, b, head, n, m);
  return hunks(trace, head, n, m);
}

function forward(a, b, head, n, m) {
  const trace = [];
  let best = new Map([[1, 0]]);
  for (let d = 0; ; d++) {
    const now = new Map(best);
    trace.push(best);
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && (best.get(k - 1) ?? -1) < (best.get(k + 1) ?? -1)) ? best.get(k + 1) : best.get(k - 1) + 1;
      while (x < n && x - k < m && a[head + x].word === b[head + x - k].word) x++;
      now.set(k, x);
      if (x >= n && x - k >= m) {
        trace.push(now);
        return trace;
      }
    }
    best = now;
  }
}

function hunks(trace, head, n, m) {
  const steps = [];
  let x = n, y = m;
  for (let d = trace.length - 2; d >= 0; d--) {
    const best = trace[d], k = x - y;
    const isDown = k === -d || (k !== d && (best.get(k - 1) ?? -1) < (best.get(k + 1) ?? -1));
    const from = isDown ? best.get(k + 1) : best.get(k - 1) + 1;
    const startX = d === 0 ? 0 : isDown ? from : from - 1, startY = d === 0 ? 0 : isDown ? from - k - 1 : from - k;
    if (d > 0) steps.push(isDown ? [from, from, startY, startY + 1] : [startX, from, startY, startY]);
    x = startX;
    y = startY;
  }
  const joined = [];
  for (const [i, j, k, l] of steps.reverse()) {
    const last = joined.at(-1);
    if (last && last[1] === i && last[3] === k) [last[1], last[3]] = [j, l];
    else joined.push([i, j, k, l]);
  }
  return joined.map(([i, j, k, l]) => [head + i, head + j, head + k, head + l]);
}

const count = (table, rule, n) => {
  table[rule] = (table[rule] ?? 0) + n;
};
const words = (tokens) => tokens.map(({ word }) => word).join(' ');

// {faults: [{line, says}], missing, added, compared, equal, differing}: `missing` and `added` count tokens by rule;
// `differing` are the stretches of the page that are not the source's own.
export function compare(source, page) {
  const result = { faults: [], missing: {}, added: {}, compared: source.length, equal: 0, differing: [] };
  let differing = 0;
  for (const [i, j, k, l] of differences(source, page)) {
    result.differing.push([k, l]);
    const lost = source.slice(i, j), found = page.slice(k, l);
    differing += lost.length;
    const isShown = lost.every((t) => t.rule) && lost.map((t) => t.word).join('') === found.map((t) => t.word).join('');
    if (isShown) count(result.missing, 'shown as they are, all the same', lost.length);
    else if (isCaption(lost, found)) judgeCaption(result, lost, found);
    else judge(result, source, i, lost, found);
  }
  result.equal = source.length - differing;
  return result;
}

// An embed of a known kind has a name of its own; its caption stands below it, word for word.
function isCaption(lost, found) {
  return lost.length > 0 && lost.every((t) => t.word.startsWith(captionMark))
    && lost.map((t) => t.word.slice(captionMark.length)).join('') === found.filter((t) => !t.rule).map((t) => t.word).join('');
}

function judgeCaption(result, lost, found) {
  count(result.missing, 'caption below the name of its embed', lost.length);
  for (const { rule } of found) if (rule) count(result.added, rule, 1);
}

// What stands in place of a name: for a shortcode only signs do.
function isRenaming(lost, invented) {
  const isNamed = lost.some((t) => /^(mention|file name as link text|hidden column of cards|:emoji:)$/.test(t.rule));
  return isNamed && (lost.some((t) => t.rule !== ':emoji:') || invented.every((t) => !/\p{L}/u.test(t.word)));
}

function judge(result, source, i, lost, found) {
  const unruled = lost.filter((t) => !t.rule), invented = found.filter((t) => !t.rule);
  for (const { rule } of lost) if (rule) count(result.missing, rule, 1);
  for (const { rule } of found) if (rule) count(result.added, rule, 1);
  const isRenamed = unruled.length === 0 && isRenaming(lost, invented);
  if (isRenamed) count(result.added, 'in place of a name', invented.length);
  else if (unruled.length || invented.length) {
    const line = (lost[0] ?? source[i] ?? source.at(-1))?.line ?? 1;
    const before = words(source.slice(Math.max(0, i - 5), i)), after = words(source.slice(i + lost.length, i + lost.length + 5));
    const says = [unruled.length ? `lost “${words(unruled)}”` : '', invented.length ? `from nowhere “${words(invented)}”` : ''];
    result.faults.push({ line, says: `${says.filter((one) => one).join(', ')} (${before} ▸ ${after})` });
  }
}
