/*
 * Search as readers meet it: a dialog on every page, and the page of its own, which takes ?q= and #q=. Its words and its
 * form come from chercher.js at the root (extras/), what ranks from recherche.js. Nothing that is typed leaves the page.
 */
'use strict';

{
	const { button, folder, load, engine: engineAddress, words, root, form: formHTML } = cours_recherche;
	const kept = 'cours_recherche', marked = 'cours_recherche_mots';
	const say = (sentence, values) => sentence.replace(/%(\w+)/g, (_, name) => values[name]);

	function make(name, properties, ...children) {
		const element = Object.assign(document.createElement(name), properties);
		element.append(...children);
		return element;
	}
	// What a browser keeps for this window; some keep nothing.
	function keep(key, value) {
		try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* then it is not kept */ }
	}
	function read(key) {
		try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
	}

	let engine;
	function start() {
		engine ??= load(engineAddress).then(() => {
			recherche.loadBy((name) => load(new URL(name, folder)));
			return recherche;
		});
		return engine;
	}

	// A text with the words of the query in <mark>.
	function withMarks(text, names) {
		const fragment = document.createDocumentFragment();
		let at = 0;
		for (const { 0: word, index } of text.matchAll(/[\p{L}0-9]+/gu)) {
			if (!names.has(recherche.fold(word))) continue;
			fragment.append(text.slice(at, index), make('mark', {}, word));
			at = index + word.length;
		}
		fragment.append(text.slice(at));
		return fragment;
	}

	function addressOf(href, id) {
		const address = new URL(`../${href}${id ? `#${id}` : ''}`, folder);
		if (address.protocol === 'file:' && address.pathname.endsWith('/')) address.pathname += 'index.html';
		return address.href;
	}

	function makeResult({ sections, names }, [title, href, trail, all]) {
		const [best, ...others] = sections.length ? sections : [0];
		const section = (number) => all[number] ?? ['', '', ''];
		const item = make('li');
		if (trail.length) item.append(make('p', { className: 'hit-trail' }, trail.join(' › ')));
		item.append(make('a', { className: 'hit', href: addressOf(href, '') }, withMarks(title, names)));
		const excerpt = section(0)[2];
		if (best === 0 && excerpt) item.append(make('p', { className: 'hit-excerpt' }, withMarks(excerpt, names)));
		const list = [best, ...others].filter((number) => number !== 0 && section(number)[1]).map((number) => {
			const [id, heading, text] = section(number);
			return make('li', {}, make('a', { href: addressOf(href, id) }, withMarks(heading, names)),
				...(text ? [make('p', { className: 'hit-excerpt' }, withMarks(text, names))] : []));
		});
		if (list.length) item.append(make('ul', {}, ...list));
		return item;
	}

	// A query and its answers within `box`; `told` is called with each query.
	function use(box, told) {
		const [form, status, list] = ['form', '.search-status', '.search-results'].map((name) => box.querySelector(name));
		const input = form.elements.q, types = form.querySelector('.search-types');
		let asked = 0, lastNames = [];

		function showTypes(found) {
			const options = [...form.elements.type.options].slice(1), kinds = found.kinds();
			for (const option of options) option.hidden = option.disabled = !kinds.has(option.value);
			types.hidden = options.filter((option) => !option.hidden).length < 2;
		}
		async function answer() {
			const number = ++asked, query = input.value.trim();
			told(query);
			if (!query) {
				list.replaceChildren();
				status.textContent = '';
				return;
			}
			if (!list.childElementCount) status.textContent = words.wait;
			try {
				const found = await start();
				const kind = form.elements.type.value;
				const results = await found.rank(query, kind ? (page) => found.kindOf(page) === kind : undefined);
				await Promise.all(results.map(({ page }) => found.need(`page-${page}.js`)));
				const near = results.length ? [] : await found.nearest(query);
				if (number !== asked) return; // something else was typed meanwhile
				showTypes(found);
				lastNames = results.length ? [...results[0].names] : [];
				list.replaceChildren(...results.map((result) => makeResult(result, found.pages[result.page])));
				status.textContent = results.length === 0 ? say(words.none, { q: query })
					: results.length === 1 ? words.one : say(words.many, { n: results.length });
				if (near.length) status.append(' ', words.near, ' ', ...near.flatMap((word, i) => [i ? ', ' : '',
					make('button', { type: 'button', className: 'near', onclick: () => { input.value = word; answer(); input.focus(); } }, word)]));
			} catch {
				if (number === asked) status.textContent = words.failed;
			}
		}
		input.addEventListener('input', answer);
		types.addEventListener('change', answer);
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			const first = list.querySelector('a');
			if (document.activeElement === input && first) first.focus(); else answer();
		});
		// Arrows go through the answers, and back to the query.
		box.addEventListener('keydown', (event) => {
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			if (!step || event.target.localName === 'select') return;
			const stops = [input, ...list.querySelectorAll('a')];
			const at = stops.indexOf(document.activeElement);
			if (at < 0) return;
			event.preventDefault();
			stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
		});
		list.addEventListener('click', (event) => {
			const link = event.target.closest('a');
			if (link) keep(marked, { to: link.pathname, names: lastNames });
		});
		return { input, answer };
	}

	// The words that were looked for, on the page that opened.
	async function markHere() {
		const { to, names } = read(marked) ?? {};
		if (to !== location.pathname || !CSS.highlights) return;
		sessionStorage.removeItem(marked);
		const wanted = new Set(names), ranges = [];
		const walker = document.createTreeWalker(document.getElementById('contenu'), NodeFilter.SHOW_TEXT);
		const { fold } = await start();
		for (let node; (node = walker.nextNode());)
			for (const { 0: word, index } of node.data.matchAll(/[\p{L}0-9]+/gu)) {
				if (!wanted.has(fold(word))) continue;
				const range = document.createRange();
				range.setStart(node, index);
				range.setEnd(node, index + word.length);
				ranges.push(range);
			}
		CSS.highlights.set('recherche', new Highlight(...ranges));
	}

	const page = document.querySelector('.search-page');
	if (page) {
		const form = new DOMParser().parseFromString(formHTML, 'text/html');
		form.querySelector('form').action = button.href;
		page.append(...form.querySelectorAll('form, .search-status, .search-results'));
		const { input, answer } = use(page, (query) => {
			history.replaceState(null, '', query ? `#q=${encodeURIComponent(query)}` : location.pathname);
			keep(kept, query);
		});
		const fromAddress = () => new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q');
		input.value = fromAddress() ?? read(kept) ?? '';
		if (input.value) answer();
		addEventListener('hashchange', () => { input.value = fromAddress() ?? ''; answer(); });
		cours_recherche.open = () => { input.focus(); input.select(); };
	} else {
		let dialog, box;
		cours_recherche.open = () => {
			if (!dialog) {
				dialog = new DOMParser().parseFromString(formHTML, 'text/html').querySelector('dialog');
				document.body.append(dialog);
				dialog.querySelector('form').action = button.href;
				// What was written for the root leads on from this page.
				for (const link of dialog.querySelectorAll('.search-more a')) link.href = addressOf(link.getAttribute('href').slice(root.length), '');
				const whole = dialog.querySelector('.search-more a');
				box = use(dialog, (query) => {
					keep(kept, query);
					whole.hash = query ? `q=${encodeURIComponent(query)}` : '';
				});
				dialog.querySelector('.search-close').addEventListener('click', () => dialog.close());
				// Escape closes at once; browsers would empty the field first.
				dialog.addEventListener('keydown', (event) => {
					if (event.key !== 'Escape') return;
					event.preventDefault();
					dialog.close();
				});
				dialog.addEventListener('click', (pressed) => { if (pressed.target === dialog) dialog.close(); });
				box.input.value = read(kept) ?? '';
				if (box.input.value) box.answer();
				start().then((found) => found.need('index.js')).catch(() => {});
			}
			if (!dialog.open) dialog.showModal();
			box.input.focus();
			box.input.select();
		};
		markHere().catch(() => {});
	}
}
