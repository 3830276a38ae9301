// Search: the same ranking, step by step and in the same integers, as search/rank.c and search/expand.c; a test holds
// that both answer alike. The index is scripts that call a function of `recherche`, so that it loads from the disk too.
'use strict';
const recherche = (() => {
  const base = 32, digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const digitOf = Object.fromEntries([...digits].map((c, i) => [c, i]));

  // Numbers, one behind the other: see search/shards.h.
  function numbers(text) {
    let at = 0;
    return {
      get more() { return at < text.length; },
      next() {
        for (let n = 0, unit = 1; ; unit *= base) {
          const digit = digitOf[text[at++]];
          n += (digit % base) * unit;
          if (digit < base) return n;
        }
      },
    };
  }

  // What two spellings have in common: text_fold of the program.
  const folds = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
  function fold(text) {
    return text.toLowerCase().normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[œæßøłđı]/g, (c) => folds[c]).normalize('NFC');
  }
  const cut = (word) => { // at 64 bytes
    const encoder = new TextEncoder();
    while (encoder.encode(word).length > 64) word = word.slice(0, -1);
    return word;
  };
  const wordsOf = (folded) => [...folded.matchAll(/[\p{L}0-9]+/gu)].map((m) => ({ word: cut(m[0]), at: m.index, isLast: m.index + m[0].length === folded.length }));

  // Words between quotes: their places in a text.
  const quotedIn = (folded) => [...folded.matchAll(/["«“]([^"«»“”]*)["»”]/gu)].map((m) => ({ start: m.index + 1, end: m.index + m[0].length - 1 }));
  // The bit that says of a page that two words stand side by side there: compose/lexicon.h.
  function hashOf(word) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash;
  }
  const pairBit = (first, second) => (Math.imul(first, 0x9e3779b1) ^ second) >>> 18;

  // What was loaded.
  let index;              // index.js
  let lexicon;            // lexique.js: { names, spreads }
  const shards = [];      // mots-N.js: { names, postings, groups }
  const pages = [];       // page-N.js
  const pairs = [];       // suites-N.js: by page, a filter of bits
  const waiting = new Map();

  function unfold(text, pattern) {
    let previous = '';
    return [...text.matchAll(pattern)].map((m) => (previous = previous.slice(0, m[1].charCodeAt(0) - 65) + m[2]));
  }
  function commence(data) {
    index = { stops: new Set(data.vides.split(' ')), endings: new Set(['', ...data.fins.trim().split(' ')]), starts: data.mots.split(' '), titles: [], weights: [], types: data.types, kinds: data.noms.split(' ') };
    for (const n = numbers(data.titres); n.more;) index.titles.push(n.next());
    for (const n = numbers(data.poids); n.more;) index.weights.push(n.next());
  }
  function lexique(text) {
    const entries = [...text.matchAll(/([A-Z])([^A-Z]*)([A-Z])/g)];
    let previous = '';
    lexicon = { names: [], spreads: [] };
    for (const [, shared, rest, spread] of entries) {
      previous = previous.slice(0, shared.charCodeAt(0) - 65) + rest;
      lexicon.names.push(previous);
      lexicon.spreads.push(spread.charCodeAt(0) - 65);
    }
  }
  function mots(number, words, postings, groups) {
    const names = unfold(words, /([A-Z])([^A-Z]*)/g);
    const shard = { numbers: new Map(names.map((name, i) => [name, i])), postings: [], groups: new Map() };
    const n = numbers(postings);
    for (const name of names) {
      const list = [];
      let page = 0;
      for (let left = n.next(); left > 0; left--) {
        page += n.next();
        const posting = { page, weight: n.next(), inTitle: false, sections: [] };
        const both = n.next();
        posting.inTitle = both % 2 === 1;
        let section = 0;
        for (let k = Math.floor(both / 2); k > 0; k--) {
          section += n.next();
          posting.sections.push([section, n.next()]);
        }
        list.push(posting);
      }
      shard.postings.push(list);
    }
    for (const group of groups) {
      const members = group.map((member) => (typeof member === 'number' ? names[member] : member));
      for (const member of group) if (typeof member === 'number') shard.groups.set(names[member], members);
    }
    shards[number] = shard;
  }
  function page(number, data) {
    pages[number] = data;
  }
  const pagesOfPairs = 4;
  function suites(number, filters) {
    filters.forEach((filter, i) => { pairs[number * pagesOfPairs + i] = filter; });
  }
  function hasPair(page, bit) {
    const filter = pairs[page], size = Math.floor(filter.length * 6 / 32) * 32, at = bit % size;
    return (digitOf[filter[Math.floor(at / 6)]] >> (at % 6)) % 2 === 1;
  }

  // Loading: each script once. `load` is what the page does for it.
  let load;
  function need(name) {
    if (!waiting.has(name)) waiting.set(name, load(name));
    return waiting.get(name);
  }

  // Where a word stands, if anywhere: the last shard that does not start behind it.
  const before = (a, b) => { // in the order of their bytes
    const x = [...a], y = [...b];
    for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i].codePointAt(0) < y[i].codePointAt(0);
    return x.length < y.length;
  };
  function shardOf(word) {
    let low = 0, high = index.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (before(word, index.starts[middle])) high = middle; else low = middle;
    }
    return low;
  }
  async function shardWith(word) {
    const number = shardOf(word);
    await need(`mots-${number}.js`);
    return shards[number];
  }

  // Expanding: search/expand.c.
  const unit = 16, near = [0, 11, 8];
  const q = { ofStem: 11, ofEnding: 11, begun: 10, begunBeside: 4, sharesStart: 6 };

  function firstFrom(start) {
    let low = 0, high = lexicon.names.length;
    while (low < high) {
      const middle = (low + high) >> 1, name = lexicon.names[middle];
      if (!name.startsWith(start) && before(name, start)) low = middle + 1; else high = middle;
    }
    return low;
  }
  function* starting(start) {
    for (let i = firstFrom(start); i < lexicon.names.length && lexicon.names[i].startsWith(start); i++) yield i;
  }
  // Nearer ones first, then those that are spread wider.
  const byNearness = (a, b) => a.distance - b.distance || lexicon.spreads[b.i] - lexicon.spreads[a.i] || a.i - b.i;

  function distance(a, b, most) {
    const rows = [Array.from({ length: b.length + 1 }, (_, k) => k), [], []];
    for (let i = 1; i <= a.length; i++) {
      const row = rows[i % 3], above = rows[(i + 2) % 3], earlier = rows[(i + 1) % 3];
      let best = (row[0] = i);
      for (let k = 1; k <= b.length; k++) {
        row[k] = Math.min(above[k - 1] + (a[i - 1] !== b[k - 1]), above[k] + 1, row[k - 1] + 1);
        if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) row[k] = Math.min(row[k], earlier[k - 2] + 1);
        best = Math.min(best, row[k]);
      }
      if (best > most) return most + 1;
    }
    return Math.min(rows[a.length % 3][b.length], most + 1);
  }

  // Also rare words, which no lexicon has: they stand in the shards around it.
  async function startingAnywhere(start) {
    const found = [];
    for (let number = shardOf(start); number < index.starts.length; number++) {
      if (number > 0 && !index.starts[number].startsWith(start) && before(start, index.starts[number])) break;
      await need(`mots-${number}.js`);
      for (const name of shards[number].numbers.keys()) if (name.startsWith(start)) found.push(name);
    }
    return found;
  }

  async function groupOf(word) {
    const shard = await shardWith(word);
    return shard.groups.get(word) ?? (shard.numbers.has(word) ? [word] : []);
  }

  async function expand({ word, isTyped, isExact }) {
    const meant = new Map(), letters = [...word];
    const add = (name, quality) => meant.set(name, Math.max(quality, meant.get(name) ?? 0));
    const begun = (start, quality) => {
      const found = [...starting(start)].filter((i) => lexicon.names[i] !== start).map((i) => ({ i, distance: 0 })).sort(byNearness);
      for (const { i } of found.slice(0, 24)) add(lexicon.names[i], quality);
    };
    const home = await shardWith(word);
    if (isExact) return home.numbers.has(word) ? [{ name: word, postings: home.postings[home.numbers.get(word)], quality: unit }] : [];
    if (home.numbers.has(word)) {
      add(word, unit);
      for (const member of await groupOf(word)) add(member, q.ofStem);
    } else {
      for (let n = word.length; n >= 4 && meant.size === 0; n--) {
        if (!index.endings.has(word.slice(n))) continue;
        for (const name of await startingAnywhere(word.slice(0, n))) {
          if (!index.endings.has(name.slice(n))) continue;
          add(name, q.ofEnding);
          for (const member of await groupOf(name)) add(member, Math.floor(q.ofEnding * q.ofStem / unit));
        }
      }
    }
    const isKnown = meant.size > 0;
    let isRare = true, nPages = 0;
    for (const name of meant.keys()) {
      const shard = await shardWith(name);
      nPages += shard.postings[shard.numbers.get(name)].length;
      if (nPages > 2 + Math.floor(index.titles.length / 512)) { isRare = false; break; }
    }
    if (letters.length >= 3 && (isTyped || !isKnown)) {
      await need('lexique.js');
      begun(word, isKnown ? q.begunBeside : q.begun);
    }
    if (letters.length >= 4 && (!isKnown || (isRare && letters.length >= 7))) {
      await need('lexique.js');
      const most = letters.length < 8 ? 1 : 2, found = [];
      lexicon.names.forEach((name, i) => {
        if (name.length + most < letters.length || name.length > word.length + most) return;
        const d = distance(letters, [...name], most);
        if (d > 0 && d <= most) found.push({ i, distance: d });
      });
      found.sort(byNearness);
      for (const { i, distance: d } of found.slice(0, 24)) {
        if (d !== found[0].distance) break;
        add(lexicon.names[i], near[d]);
        for (const member of await groupOf(lexicon.names[i])) add(member, Math.floor(near[d] * q.ofStem / unit));
      }
    }
    if (meant.size === 0 && letters.length >= 5)
      for (let n = letters.length - 1; n >= 4 && meant.size === 0; n--)
        begun(letters.slice(0, n).join(''), Math.floor(q.sharesStart * n / letters.length));
    const expansions = [];
    for (const [name, quality] of meant) {
      const shard = await shardWith(name);
      expansions.push({ name, postings: shard.postings[shard.numbers.get(name)], quality });
    }
    return expansions;
  }

  // Ranking: search/rank.c.
  const saysSomething = ({ word }) => !/^\P{Nd}$/u.test(word) && !index.stops.has(word);
  function termsOf(query) {
    const folded = fold(query), quoted = quotedIn(folded), all = wordsOf(folded).slice(0, 12);
    for (const term of all) {
      term.phrase = quoted.find(({ start, end }) => term.at >= start && term.at < end);
      term.isExact = term.phrase !== undefined;
    }
    const meaning = all.filter(saysSomething);
    const terms = meaning.length > 0 ? meaning : all;
    for (const term of terms) term.isTyped = term.isLast && terms.length === 1;
    terms.bits = all.flatMap(({ word, phrase }, i) => (phrase && i > 0 && all[i - 1].phrase === phrase ? [pairBit(hashOf(all[i - 1].word), hashOf(word))] : []));
    return terms;
  }
  function rarity(n) {
    let v = Math.floor(2 * (index.titles.length + 1) * 32768 / (2 * n + 1)), whole = 0;
    while (v >= 65536) { v = Math.floor(v / 2); whole++; }
    for (let i = 0; i < 6; i++) {
      v = Math.floor(v * v / 32768);
      whole *= 2;
      if (v >= 65536) { v = Math.floor(v / 2); whole++; }
    }
    return Math.max(whole, 8);
  }

  const hasQuotedWords = (terms, page) => terms.every((term) => !term.isExact || !saysSomething(term) || term.expansions[0]?.postings.some((one) => one.page === page));
  async function withPhrases(results, bits) {
    const found = [];
    for (const result of results) {
      if (found.length === 10) break;
      await need(`suites-${Math.floor(result.page / pagesOfPairs)}.js`);
      if (bits.every((bit) => hasPair(result.page, bit))) found.push(result);
    }
    return found;
  }

  // The best ten, { page, score, sections }; `takes` says which pages count.
  async function rank(query, takes = () => true) {
    await need('index.js');
    const nPages = index.titles.length, terms = termsOf(query);
    const score = new Array(nPages).fill(0), covered = new Array(nPages).fill(0), inTitle = new Array(nPages).fill(0);
    let total = 0;
    for (const term of terms) {
      term.expansions = await expand(term);
      const weight = new Map(), titles = new Set();
      for (const { postings, quality } of term.expansions)
        for (const posting of postings) {
          const more = Math.floor(posting.weight * quality / unit);
          if (more > 0 || weight.has(posting.page)) weight.set(posting.page, (weight.get(posting.page) ?? 0) + more);
          if (posting.inTitle) titles.add(posting.page);
        }
      term.rarity = rarity(weight.size);
      if (weight.size === 0) term.rarity = Math.floor(term.rarity * 6 / 10);
      total += term.rarity;
      for (const [page, w] of weight) {
        score[page] += term.rarity * Math.floor(w * 1024 / (w + 40));
        covered[page] += term.rarity * Math.min(w, 24);
      }
      for (const page of titles) inTitle[page]++;
    }
    let results = [];
    for (let page = 0; page < nPages; page++) {
      if (score[page] === 0 || total === 0 || !takes(page) || !hasQuotedWords(terms, page)) continue;
      const c = Math.floor(covered[page] * 1024 / (total * 24)), n = index.titles[page];
      let s = Math.floor(score[page] * (205 + Math.floor(819 * Math.floor(c * c / 1024) / 1024)) / 1024);
      s = Math.floor(s * index.weights[page] / 16);
      if (n > 0) s = Math.floor(s * (10 * n + 10 * Math.min(inTitle[page], n)) / (10 * n));
      if (s > 0) results.push({ page, score: s });
    }
    results.sort((a, b) => b.score - a.score || a.page - b.page);
    if (terms.bits.length > 0) results = await withPhrases(results.slice(0, 60), terms.bits);
    results.length = Math.min(results.length, 10);
    const names = new Set(terms.flatMap(({ expansions }) => expansions.map(({ name }) => name)));
    for (const result of results) Object.assign(result, { names, sections: bestSections(terms, result.page) });
    return results;
  }
  function bestSections(terms, page) {
    const scores = new Map();
    for (const { expansions, rarity: rare } of terms)
      for (const { postings, quality } of expansions) {
        const posting = postings.find((one) => one.page === page);
        for (const [section, weight] of posting?.sections ?? []) scores.set(section, (scores.get(section) ?? 0) + rare * weight * quality);
      }
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 3).map(([section]) => section);
  }

  // For a query without an answer: the common words that are nearest to its own.
  async function nearest(query) {
    await need('lexique.js');
    const found = new Map();
    for (const { word } of termsOf(query)) {
      const letters = [...word], most = Math.max(2, Math.floor(letters.length / 3));
      lexicon.names.forEach((name, i) => {
        if (Math.abs(name.length - word.length) > most) return;
        const d = distance(letters, [...name], most);
        if (d <= most) found.set(name, { i, distance: d });
      });
    }
    return [...found].sort(([, a], [, b]) => byNearness(a, b)).slice(0, 3).map(([name]) => name);
  }
  const digitKind = (page) => index.kinds[digitOf[index.types[page]]];

  return { nearest, fold, kindOf: digitKind, kinds: () => new Set([...index.types].map((_, page) => digitKind(page))), commence, lexique, mots, page, suites, rank, need, pages, loadBy: (how) => { load = how; } };
})();
